import type { Preset, Theme } from "../../shared/theme.ts";
import { hexOf, isDark, readColour } from "./colour.ts";
import { type Palette, paletteOf } from "./palette.ts";
import { type Dress, dressOf, presetLooks } from "./presets.ts";

/**
 * Dresses the paper: a preset or the page's own colours, the couple's colours over it, all readable.
 * Set through CSSOM: a strict Content-Security-Policy refuses style attributes in markup, not this.
 */
export function wear(paper: HTMLElement, probe: HTMLElement, theme: Theme) {
  const seen = getComputedStyle(probe);
  const dark = isDark(readColour(seen.outlineColor) ?? [255, 255, 255]);
  const look = theme.preset === "page" ? null : presetLooks[theme.preset];
  const dress = look ? dressOf(look, dark) : pageDress(paper, dark);
  const own = {
    paper: readColour(seen.backgroundColor) ?? readColour(theme.paper ?? ""),
    ink: readColour(seen.borderTopColor) ?? readColour(theme.ink ?? ""),
    accent: readColour(seen.color) ?? readColour(theme.accent ?? ""),
  };
  const palette = paletteOf({
    ...dress,
    ...(own.ink && { ink: own.ink, accent: own.ink }),
    ...(look && own.ink && { accent: dress.accent }),
    ...(own.paper && { paper: own.paper }),
    ...(own.accent && { accent: own.accent }),
  });
  paint(paper, palette, Boolean(look ?? own.paper));
  const { style } = paper;
  style.setProperty("--_preset-radius", look?.radius ?? "8px");
  style.setProperty("--_preset-display", look?.display ?? "inherit");
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

function paint({ style }: HTMLElement, palette: Palette, hasPaper: boolean) {
  for (const [name, colour] of Object.entries(palette)) {
    style.setProperty(`--_${name}`, hexOf(colour));
  }
  // Without a paper of its own the form lets the page shine through.
  style.setProperty("--_sheet", hasPaper ? hexOf(palette.paper) : "transparent");
  style.setProperty("color-scheme", isDark(palette.paper) ? "dark" : "light");
}

/** The page's own ink, and whatever lies behind the element. */
function pageDress(paper: HTMLElement, dark: boolean): Dress {
  const host = paper.getRootNode() instanceof ShadowRoot
    ? (paper.getRootNode() as ShadowRoot).host
    : paper;
  const ink = readColour(getComputedStyle(host).color) ?? [0, 0, 0];
  const behind = colourBehind(host) ?? (dark ? [18, 18, 18] : [255, 255, 255]);
  return { paper: behind, ink, accent: ink };
}

function colourBehind(element: Element | null): Dress["paper"] | null {
  for (let one = element; one; one = parentOf(one)) {
    const colour = readColour(getComputedStyle(one).backgroundColor);
    if (colour) return colour;
  }
  return null;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ??
    (root instanceof ShadowRoot ? root.host : null);
}
