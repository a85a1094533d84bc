import assert from "node:assert/strict";
import fc from "fast-check";
import { neutralCell, plainCell } from "./neutral-cell.ts";
import { phoneCell } from "./phone-cell.ts";

Deno.test("a cell that a spreadsheet would run becomes text, others stay as they are", () => {
  for (
    const cell of ["=1+1", "+1-555-0001", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")']
  ) {
    assert.equal(neutralCell(cell), `'${cell}`);
  }
  for (const cell of ["Ana Silva", "O'Neill", "'t Hart", "1 = 1", "a@b.example", "", "12", "7/8"]) {
    assert.equal(neutralCell(cell), cell);
  }
});

Deno.test("a telephone number keeps its plus, its zeros and its digits", () => {
  assert.equal(neutralCell(phoneCell("+442079460958")), "+44 20 7946 0958");
  assert.equal(neutralCell(phoneCell("+15035550142")), "+1 503 555 0142");
  assert.equal(neutralCell(phoneCell("+81312345678")), "+81 3 1234 5678");
  assert.equal(neutralCell(phoneCell("020 7946 0958")), "020 7946 0958");
  assert.equal(neutralCell(phoneCell("02079460958")), "'02079460958");
  assert.equal(neutralCell(phoneCell("5511999999999")), "'5511999999999");
  assert.equal(neutralCell("+44 20 7946 0958"), "+44 20 7946 0958");
});

const anyCell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "0", "44", " ", "a")).map((some) =>
    some.join("")
  ),
);

Deno.test("no cell starts what a spreadsheet would run, and each is read back as it was", () => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      const written = neutralCell(cell);

      assert.ok(!/^[=\-@\t\r]/.test(written));
      assert.ok(!written.startsWith("+") || /^\+[\d ]+$/.test(written));
      assert.equal(plainCell(written), cell);
    }),
    { numRuns: 1000 },
  );
});
