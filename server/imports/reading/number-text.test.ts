import assert from "node:assert/strict";
import { numberStyle, numberText } from "./number-text.ts";

const shown: [number: number, pattern: string, text: string][] = [
  [447911123456, "General", "447911123456"],
  [447911123456, "0.00E+00", "447911123456"],
  [4915112345678, "0", "4915112345678"],
  [501, "00000", "00501"],
  [5035550142, "[&lt;=9999999]###-####;(###) ###-####".replace("&lt;", "<"), "(503) 555-0142"],
  [0.1 + 0.2, "General", "0.3"],
  [0.5, "0%", "50%"],
  [1234.5, "#,##0.00", "1,234.50"],
  [5, '"Table "0', "Table 5"],
  [5, ";;;", "5"],
  [46054, "m/d/yy", "2026-02-01"],
  [46054, "d. mmmm yyyy", "2026-02-01"],
  [46054.75, "dd/mm/yyyy hh:mm", "2026-02-01T18:00"],
  [0.75, "h:mm AM/PM", "18:00"],
  [1.5, "[h]:mm", "36:00"],
  [-5, "m/d/yy", "-5"],
  [4e9, "m/d/yy", "4000000000"],
  [3, "not a [format", "3"],
  [3, `0${"0".repeat(1000)}`, "3"],
];

for (const [number, pattern, text] of shown) {
  Deno.test(`${number} with the format ${pattern.slice(0, 40)} is read as ${text}`, () => {
    assert.equal(numberText(number, numberStyle(pattern)), text);
  });
}

Deno.test("in a workbook that counts days from 1904, dates are the same days", () => {
  assert.equal(numberText(44592, numberStyle("yyyy-mm-dd"), { since1904: true }), "2026-02-01");
});
