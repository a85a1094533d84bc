import { type Colour, inkOn, mix, readable } from "./colour.ts";
import type { Dress } from "./presets.ts";

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

const brick: Colour = [166, 42, 30];

/** A dress that can be read: whatever does not reach WCAG AA on the paper is moved until it does. */
export function paletteOf({ paper, ink, accent, line }: Dress): Palette {
  const readableInk = readable(ink, paper);
  const readableAccent = readable(accent, paper);
  return {
    paper,
    ink: readableInk,
    accent: readableAccent,
    "on-accent": inkOn(readableAccent, paper),
    line: line ?? mix(readableInk, paper, 0.84),
    edge: readable(mix(readableInk, paper, 0.55), paper, 3),
    quiet: readable(mix(readableInk, paper, 0.3), paper),
    trouble: readable(brick, paper),
  };
}
