import type { Preset } from "../../shared/theme.ts";
import { type Colour, mix, readColour } from "./colour.ts";
import type { Dress } from "./palette.ts";

interface PresetLook {
  /** paper, ink, accent, line, and the accent by night */
  colours: readonly [string, string, string, string, string?];
  radius: string;
  display: string;
}

/** The looks that bring their own paper. `page` has none: it takes the page's. */
export const presetLooks: Record<Exclude<Preset, "page">, PresetLook> = {
  classic: {
    colours: ["#fffdf9", "#2b2622", "#7a4b3a", "#e4dcd2", "#e0a98f"],
    radius: "2px",
    display: 'Baskerville, "Libre Baskerville", Palatino, serif',
  },
  modern: {
    colours: ["#ffffff", "#111418", "#1f4e79", "#dfe3e8", "#8fbbe8"],
    radius: "10px",
    display: '"Avenir Next", Avenir, "Segoe UI", system-ui, sans-serif',
  },
  botanical: {
    colours: ["#fbfcf7", "#223026", "#3f6b4a", "#d8e2d3", "#9cc9a4"],
    radius: "14px",
    display: '"Hoefler Text", "Iowan Old Style", Georgia, serif',
  },
  deco: {
    colours: ["#faf7ef", "#1d1b16", "#8a6d1f", "#cfc4a4", "#d9b95c"],
    radius: "0px",
    display: 'Didot, "Bodoni MT", "Playfair Display", serif',
  },
  midnight: {
    colours: ["#14161d", "#f3efe6", "#d9b878", "#343844"],
    radius: "6px",
    display: 'Optima, Candara, "Gill Sans", sans-serif',
  },
};

const black: Colour = [0, 0, 0];

/** A preset's colours; by night, paper and ink change places. */
export function dressOf({ colours }: PresetLook, dark: boolean): Dress {
  const [paper = black, ink = black, accent = ink, line = ink, byNight] = colours.map((hex) =>
    readColour(hex ?? "") ?? black
  );
  if (!dark || !byNight) return { paper, ink, accent, line };
  return { paper: mix(ink, black, 0.35), ink: paper, accent: byNight };
}
