import type { Preset, Theme } from "../../shared/theme.ts";
import { type Colour, isDark, readColour } from "./colour.ts";
import { paletteOf } from "./palette.ts";
import { type Dress, dressOf, presetLooks } from "./presets.ts";

/**
 * Dresses the paper: a preset or the page's own colours, the couple's colours over it, all readable.
 * Set through CSSOM: a strict Content-Security-Policy refuses style attributes in markup, not this.
 */
export function wear(paper: HTMLElement, probe: HTMLElement, theme: Theme) {
  const wish = (name: "paper" | "ink" | "accent") =>
    measure(probe, getComputedStyle(paper).getPropertyValue(`--wedding-rsvp-${name}`)) ??
      measure(probe, theme[name] ?? "");
  const canvas = measure(probe, "Canvas") ?? [255, 255, 255];
  const look = theme.preset === "page" ? null : presetLooks[theme.preset];
  const dress = look ? dressOf(look, isDark(canvas)) : pageDress(probe, canvas);
  const own = { paper: wish("paper"), ink: wish("ink"), accent: wish("accent") };
  const palette = paletteOf({
    ...dress,
    paper: own.paper ?? dress.paper,
    ink: own.ink ?? dress.ink,
    accent: own.accent ?? (look ? dress.accent : own.ink ?? dress.accent),
  });

  const { style } = paper;
  for (const [name, colour] of Object.entries(palette)) {
    style.setProperty(`--_${name}`, `rgb(${colour})`);
  }
  // Without a paper of its own the form lets the page shine through.
  if (!look && !own.paper) style.setProperty("--_paper", "transparent");
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
function measure(probe: HTMLElement, text: string): Colour | null {
  if (!text) return null;
  const { style } = probe;
  style.color = "transparent";
  style.color = text;
  // Says oklch() and its like in sRGB; browsers that do not know it keep the line before.
  style.color = `color-mix(in srgb, ${text}, ${text})`;
  return readColour(getComputedStyle(probe).color);
}

/** The page's own ink, and whatever lies behind the element. */
function pageDress(probe: HTMLElement, canvas: Colour): Dress {
  const host = parentOf(probe.parentElement ?? probe) ?? probe;
  const ink = measure(probe, getComputedStyle(host).color) ?? [0, 0, 0];
  let behind: Colour | null = null;
  for (let one: Element | null = host; one && !behind; one = parentOf(one)) {
    behind = measure(probe, getComputedStyle(one).backgroundColor);
  }
  return { paper: behind ?? canvas, ink, accent: ink };
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ??
    (root instanceof ShadowRoot ? root.host : null);
}
