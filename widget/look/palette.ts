import { type Colour, inkOn, mix, readable } from "./colour.ts";

/** Every colour of the form, by the name of its custom property. */
export interface Palette {
  paper: Colour;
  ink: Colour;
  accent: Colour;
  /** Text on the accent. */
  "on-accent": Colour;
  /** Hairlines: they only decorate. */
  line: Colour;
  /** Borders by which one knows a control. */
  edge: Colour;
  /** Hints and small print. */
  quiet: Colour;
  trouble: Colour;
}

/** What a look is made of before it is checked for contrast; what is left out follows from the rest. */
export type Dress = Pick<Palette, "paper" | "ink" | "accent"> & Partial<Palette>;

const brick: Colour = [166, 42, 30];

/** The couple's own colours over a dress; the page's has no accent but its ink. */
export function dressOver(dress: Dress, own: Partial<Palette>, isPage: boolean): Dress {
  const ink = own.ink ?? (own.paper ? inkOn(own.paper, dress.ink) : dress.ink);
  return { ...dress, ink, accent: isPage ? ink : dress.accent, ...own };
}

/** A dress that can be read: whatever does not reach WCAG AA on the paper is moved until it does. */
export function paletteOf(dress: Dress): Palette {
  const { paper } = dress;
  const ink = readable(dress.ink, paper);
  const accent = readable(dress.accent, paper);
  return {
    paper,
    ink,
    accent,
    "on-accent": readable(dress["on-accent"] ?? inkOn(accent, paper), accent),
    line: dress.line ?? mix(ink, paper, 0.84),
    edge: readable(dress.edge ?? mix(ink, paper, 0.55), paper, 3),
    quiet: readable(dress.quiet ?? mix(ink, paper, 0.3), paper),
    trouble: readable(dress.trouble ?? brick, paper),
  };
}
