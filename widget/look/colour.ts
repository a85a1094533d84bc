/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

/**
 * A colour as hex or as `getComputedStyle` tells it (`rgb(…)`, `color(srgb …)`), without its alpha; null: less opaque than
 * `least`, or a notation that is not known here.
 */
export function readColour(text: string, least = 0.5): Colour | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (hex) return channels(hex.slice(1).map((pair) => parseInt(pair, 16)));
  const [, kind, inside] = /^(rgba?|color)\((?:srgb )?([-\d.e%,\s/]+)\)$/.exec(text.trim()) ?? [];
  const [red, green, blue, alpha = 1] = (inside?.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (alpha < least || blue === undefined) return null;
  const scale = kind === "color" ? 255 : 1;
  return channels([red, green, blue].map((channel = 0) => channel * scale));
}

/** `first` with so much of `second` in it: 0 is all first, 1 all second. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  return channels(first.map((one, at) => one + ((second[at] ?? 0) - one) * share));
}

/** Contrast as WCAG 2 measures it, from 1 to 21. */
export function contrast(first: Colour, second: Colour): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The colour itself if it can be read on `paper`, else the nearest shade of it that can. */
export function readable(colour: Colour, paper: Colour, least = 4.5): Colour {
  const away = contrast(black, paper) > contrast(white, paper) ? black : white;
  for (let share = 0; share < 1; share += 0.02) {
    const shade = mix(colour, away, share);
    if (contrast(shade, paper) >= least) return shade;
  }
  return away;
}

/** What can be written on this colour: `rather` if one can read it there, else white or black. */
export function inkOn(colour: Colour, rather: Colour): Colour {
  const best = (a: Colour, b: Colour) => contrast(a, colour) >= contrast(b, colour) ? a : b;
  return contrast(rather, colour) >= 4.5 ? rather : best(white, black);
}

export function isDark(colour: Colour): boolean {
  return luminance(colour) < 0.18;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(list: number[]): Colour {
  const [red = 0, green = 0, blue = 0] = list.map((channel) =>
    Math.round(Math.min(255, Math.max(0, channel)))
  );
  return [red, green, blue];
}
