import assert from "node:assert/strict";
import fc from "fast-check";
import { type Colour, contrast, readable, readColour } from "./colour.ts";
import { type Palette, paletteOf } from "./palette.ts";
import { dressOf, presetLooks } from "./presets.ts";

function assertReadable(palette: Palette, whose: string) {
  const { paper } = palette;
  for (const name of ["ink", "accent", "quiet", "trouble"] as const) {
    assert.ok(contrast(palette[name], paper) >= 4.5, `${whose}: ${name} on paper`);
  }
  assert.ok(contrast(palette.edge, paper) >= 3, `${whose}: edge on paper`);
  assert.ok(contrast(palette["on-accent"], palette.accent) >= 4.5, `${whose}: text on accent`);
}

Deno.test("paletteOf() makes every preset readable, by day and by night", () => {
  for (const [name, look] of Object.entries(presetLooks)) {
    for (const dark of [false, true]) {
      assertReadable(paletteOf(dressOf(look, dark)), `${name}${dark ? " by night" : ""}`);
    }
  }
});

Deno.test("paletteOf() makes any couple's colours readable", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const colour: fc.Arbitrary<Colour> = fc.tuple(channel, channel, channel);

  fc.assert(fc.property(colour, colour, colour, (paper, ink, accent) => {
    assertReadable(paletteOf({ paper, ink, accent }), JSON.stringify({ paper, ink, accent }));
  }));
});

Deno.test("readable() leaves a colour alone that can be read already", () => {
  assert.deepEqual(readable([122, 75, 58], [255, 253, 249]), [122, 75, 58]);
});

Deno.test("readable() darkens a pale accent on white, and stays in its hue", () => {
  const [red, green, blue] = readable([232, 180, 188], [255, 255, 255]);

  assert.ok(red > green && blue > green);
  assert.ok(contrast([red, green, blue], [255, 255, 255]) >= 4.5);
});

Deno.test("readColour() reads what getComputedStyle says", () => {
  assert.deepEqual(readColour("rgb(1, 2, 3)"), [1, 2, 3]);
  assert.deepEqual(readColour("rgba(1, 2, 3, 0.9)"), [1, 2, 3]);
  assert.deepEqual(readColour("color(srgb 1 0.5 0)"), [255, 128, 0]);
  assert.deepEqual(readColour("#7a4b3a"), [122, 75, 58]);
  assert.equal(readColour("rgba(0, 0, 0, 0)"), null);
  assert.equal(readColour("oklch(0.7 0.1 30)"), null);
  assert.equal(readColour(""), null);
});
