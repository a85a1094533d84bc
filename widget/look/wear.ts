import type { Preset, Theme } from "../../shared/theme.ts";
import { type Colour, inkOn, isDark, readColour } from "./colour.ts";
import { type Dress, dressOver, type Palette, paletteOf } from "./palette.ts";
import { parentOf } from "./parent-of.ts";
import { dressOf, presetLooks } from "./presets.ts";

/** What a page may wish for. */
const wishes = [
  "paper",
  "ink",
  "accent",
  "on-accent",
  "line",
  "edge",
  "quiet",
  "trouble",
] as const;

/**
 * Dresses the paper: a preset or the page's own colours, the couple's colours over it, all readable.
 * Set through CSSOM: a strict Content-Security-Policy refuses style attributes in markup, not this.
 */
export function wear(paper: HTMLElement, probe: HTMLElement, theme: Theme) {
  const { style } = paper;
  // Day and night are the page's: what was worn before must not be what is measured now.
  style.removeProperty("color-scheme");
  const canvas = measure(probe, "Canvas") ?? [255, 255, 255];
  const look = theme.preset === "page" ? null : presetLooks[theme.preset];
  const dress = look ? dressOf(look, isDark(canvas)) : pageDress(probe, canvas);
  const own: Partial<Palette> = {};
  let ownPaper = "";
  const fromSite: Partial<Record<keyof Palette, string | undefined>> = theme;
  for (const name of wishes) {
    const fromPage = getComputedStyle(paper).getPropertyValue(`--wedding-rsvp-${name}`);
    for (const text of [fromSite[name] ?? "", fromPage]) {
      const colour = measure(probe, text);
      if (colour) own[name] = colour;
      if (name === "paper" && measure(probe, text, 0.01)) ownPaper = text;
    }
  }
  const palette = paletteOf(dressOver(dress, own, !look));

  for (const [name, colour] of Object.entries(palette)) {
    style.setProperty(`--_${name}`, `rgb(${colour})`);
  }
  // As it was written: it may let something shine through. Without a paper of its own the form lets the page do so.
  if (ownPaper || !look) style.setProperty("--_paper", ownPaper || "transparent");
  style.setProperty("--_preset-radius", look?.radius ?? "8px");
  style.setProperty("--_preset-display", look?.display ?? "inherit");
  style.setProperty("color-scheme", isDark(palette.paper) ? "dark" : "light");
  paper.dataset.theme = theme.preset;
}

/** The look that the attribute names, else the site's; the site's colours belong to the site's preset. */
export function themeOf(named: string | undefined, site: Theme | undefined): Theme | undefined {
  const preset = presetNamed(named);
  return preset && preset !== site?.preset ? { preset } : site;
}

function presetNamed(name = ""): Preset | null {
  return name === "page" || name in presetLooks ? name as Preset : null;
}

/** A colour in any notation, as red, green and blue; null where it is none. */
function measure(probe: HTMLElement, text: string, least?: number): Colour | null {
  if (!text) return null;
  const { style } = probe;
  style.color = "transparent";
  style.color = text;
  // Says oklch() and its like in sRGB; browsers that do not know it keep the line before.
  style.color = `color-mix(in srgb, ${text}, ${text})`;
  return readColour(getComputedStyle(probe).color, least);
}

/** The page's own ink, and whatever lies behind the element. */
function pageDress(probe: HTMLElement, canvas: Colour): Dress {
  const host = parentOf(probe.parentElement ?? probe) ?? probe;
  const ink = measure(probe, getComputedStyle(host).color) ?? [0, 0, 0];
  let behind: Colour | null = null;
  for (let one: Element | null = host; one && !behind; one = parentOf(one)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    // Nobody knows the colours of a picture: the page's ink can be read on it, so it is taken for the ink's opposite.
    behind = backgroundImage === "none" ? measure(probe, backgroundColor) : inkOn(ink, ink);
  }
  return { paper: behind ?? canvas, ink, accent: ink };
}
