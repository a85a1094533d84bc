import assert from "node:assert/strict";
import { loadLanguage } from "./languages.ts";

const { formats } = await loadLanguage(["cy"]);

Deno.test("a Welsh date is Welsh, in browsers that do not know the language", () => {
  assert.equal(formats.day("2027-06-12"), "Dydd Sadwrn, 12 Mehefin 2027");
  assert.equal(formats.day("2028-02-29T00:30"), "Dydd Mawrth, 29 Chwefror 2028");
  assert.equal(formats.time("2027-06-12T14:00"), "14:00");
});

Deno.test("a Welsh day of an instant is the one in its zone", () => {
  const newYear = "2027-01-01T02:30:00Z";

  assert.equal(formats.dayIn(newYear, "Europe/London"), "Dydd Gwener, 1 Ionawr 2027");
  assert.equal(formats.dayIn(newYear, "America/New_York"), "Dydd Iau, 31 Rhagfyr 2026");
});

Deno.test("a Welsh moment has day and time where the guest is", () => {
  const here = new Date(2027, 7, 3, 9, 5).toISOString();

  assert.equal(formats.moment(here), "Dydd Mawrth, 3 Awst 2027 am 9:05");
});

Deno.test("a Welsh list ends with a or ac", () => {
  assert.equal(formats.list(["Ana", "Leo", "Mia"]), "Ana, Leo a Mia");
  assert.equal(formats.list(["Mia", "Émile"]), "Mia ac Émile");
  assert.equal(formats.list(["Mia"]), "Mia");
});
