import assert from "node:assert/strict";
import { aWedding } from "../../testing/a-sheet.ts";
import type { Row, Sheet } from "../reading/table.ts";
import { recognise } from "../recognising/recognise.ts";
import { understand } from "./understand.ts";

// Compared with itself, so that a slow machine does not fail it.
Deno.test("twice the rows take about twice the time, not four times", () => {
  const wedding = aWedding(["Reception"]);
  const time = (count: number) => {
    const sheet = manyRows(count);
    const started = performance.now();
    const found = understand(sheet, recognise(sheet, wedding), wedding);
    assert.equal(found.rows.inParties, count);
    return performance.now() - started;
  };
  const best = (count: number) => Math.min(...Array.from({ length: 4 }, () => time(count)));

  best(500);
  const [few, many] = [best(2_000), best(8_000)];

  assert.ok(many < few * 4 * 2.2, `2,000 rows took ${few} ms, 8,000 took ${many} ms`);
});

const letters = "bcdfghjklmnprstvz";

// Names of letters, as names are: Jane Bacadof.
function nameOf(at: number): string {
  const syllables = String(at).split("").map((digit) => `${letters[Number(digit)]}a`).join("");
  return syllables.charAt(0).toUpperCase() + syllables.slice(1);
}

/** A made-up list of couples, each row with a name, contact data and a reply. */
export function manyRows(count: number): Sheet {
  const headers = [
    "First Name",
    "Last Name",
    "Party",
    "Email",
    "Phone",
    "Street",
    "City",
    "Zip",
    "RSVP",
    "Diet",
  ];
  const rows = Array.from({ length: count }, (_, at): Row => ({
    number: at + 2,
    cells: [
      ...[
        `Jane ${nameOf(at)}`,
        nameOf(at >> 1),
        `${nameOf(at >> 1)} family`,
        `jane${at}@example.com`,
      ],
      ...[
        `(503) 555-${String(at).padStart(4, "0").slice(-4)}`,
        `${at >> 1} North Road`,
        "Salem",
        "97301",
      ],
      ...[
        at % 3 === 0 ? "No Response" : at % 3 === 1 ? "Attending" : "Regret",
        at % 9 ? "" : "vegan",
      ],
    ],
  }));
  return { name: "Guests", rows: [{ number: 1, cells: headers }, ...rows] };
}
