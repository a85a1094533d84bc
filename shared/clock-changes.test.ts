import assert from "node:assert/strict";
import { instantOf, wallClock } from "./calendar-links.ts";
import { replyWindow } from "./reply-window.ts";

// The days of 2027 on which the clocks of these zones change, and by how many minutes.
const changes = [
  ["Europe/Lisbon", "2027-03-28", 60],
  ["Europe/Lisbon", "2027-10-31", -60],
  ["America/New_York", "2027-03-14", 60],
  ["America/New_York", "2027-11-07", -60],
  // At midnight: the day has 23 hours and begins at one, or has its last hour twice.
  ["America/Santiago", "2027-04-03", -60],
  ["America/Santiago", "2027-09-05", 60],
  ["Africa/Cairo", "2027-04-30", 60],
  ["Africa/Cairo", "2027-10-28", -60],
  // By half an hour.
  ["Australia/Lord_Howe", "2027-04-04", -30],
  ["Australia/Lord_Howe", "2027-10-03", 30],
  ["Australia/Adelaide", "2027-04-04", -60],
  ["America/St_Johns", "2027-03-14", 60],
  ["Pacific/Chatham", "2027-09-26", 60],
  // Never.
  ["Asia/Kolkata", "2027-03-28", 0],
] as const;

for (const [zone, day, minutes] of changes) {
  Deno.test(`a deadline at the end of ${day} in ${zone} is that moment, though the clock moves by ${minutes} minutes`, () => {
    const before = instantOf(`${day}T00:00`, zone);
    const end = instantOf(`${day}T23:59`, zone);
    const next = instantOf(`${nextDay(day)}T00:30`, zone);
    const at = new Date(end).toISOString();
    const deadline = { at, after: "closed", message: "" } as const;

    assert.equal(wallClock(end, zone).slice(0, 16), `${day}T23:59`);
    // By the clock 24 hours and a half lie between the two: so much less, or more, did pass.
    const passed = (next - before) / 60_000;
    assert.ok([24.5 * 60 - minutes, 24.5 * 60].includes(passed), `${passed} minutes`);
    assert.equal(replyWindow(deadline, new Date(end - 1)), "open");
    assert.equal(replyWindow(deadline, new Date(end)), "open");
    assert.equal(replyWindow(deadline, new Date(end + 1)), "closed");
    assert.equal(wallClock(end + 1, zone).slice(0, 16), `${day}T23:59`);
  });
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
