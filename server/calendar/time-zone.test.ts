import assert from "node:assert/strict";
import { timeZone } from "./time-zone.ts";

const june = [Date.UTC(2027, 5, 12)];

function linesOf(zone: string, moments = june): string[] {
  return timeZone(zone, moments).split("\r\n");
}

Deno.test("a zone with summer time is told as two yearly rules", () => {
  assert.deepEqual(linesOf("Europe/Lisbon"), [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Lisbon",
    "BEGIN:DAYLIGHT",
    "DTSTART:20260329T010000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:20261025T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
    "",
  ]);
  const newYork = linesOf("America/New_York").filter((line) => /RRULE|OFFSETTO/.test(line));
  assert.deepEqual(newYork, [
    "TZOFFSETTO:-0400",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "TZOFFSETTO:-0500",
    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
  ]);
});

Deno.test("a zone without summer time is told as one offset, of half hours too", () => {
  assert.deepEqual(linesOf("Asia/Kolkata"), [
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Kolkata",
    "BEGIN:STANDARD",
    "DTSTART:20260101T053000",
    "TZOFFSETFROM:+0530",
    "TZOFFSETTO:+0530",
    "END:STANDARD",
    "END:VTIMEZONE",
    "",
  ]);
});

Deno.test("where the clock follows the moon, each shift is told by itself", () => {
  // Morocco in 2015: forward in March, back for Ramadan, forward after it, back in October.
  const lines = linesOf("Africa/Casablanca", [Date.UTC(2015, 6, 1)]);

  assert.ok(!lines.some((line) => line.startsWith("RRULE")));
  const of2015 = lines.filter((line) => line.startsWith("DTSTART:2015"));
  assert.deepEqual(of2015, [
    "DTSTART:20150329T020000",
    "DTSTART:20150614T030000",
    "DTSTART:20150719T020000",
    "DTSTART:20151025T030000",
  ]);
});

Deno.test("a rule that changed between two events is no rule", () => {
  // The United States moved summer time in 2007.
  const lines = linesOf("America/New_York", [Date.UTC(2005, 5, 1), Date.UTC(2027, 5, 1)]);

  assert.ok(!lines.some((line) => line.startsWith("RRULE")));
  assert.ok(lines.includes("DTSTART:20050403T020000"));
  assert.ok(lines.includes("DTSTART:20270314T020000"));
});
