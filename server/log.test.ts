import assert from "node:assert/strict";
import { createLog } from "./log.ts";

const now = () => new Date("2027-06-12T14:03:07.250Z");

function logged(terminal: boolean) {
  const lines: string[] = [];
  return { lines, log: createLog({ write: (line) => void lines.push(line), terminal, now }) };
}

Deno.test("a log that no person watches is one JSON object a line", () => {
  const { lines, log } = logged(false);

  log("warn", "slow", { requestId: "req_1", ms: 12, route: "/v1/sites/:site" });
  log("info", "started");

  assert.deepEqual(lines.map((line) => JSON.parse(line)), [
    {
      at: "2027-06-12T14:03:07.250Z",
      level: "warn",
      message: "slow",
      requestId: "req_1",
      ms: 12,
      route: "/v1/sites/:site",
    },
    { at: "2027-06-12T14:03:07.250Z", level: "info", message: "started" },
  ]);
});

Deno.test("a log in a terminal is short and readable, and marks what is not just information", () => {
  const { lines, log } = logged(true);

  log("info", "request", { status: 200, ms: 4 });
  log("error", "unexpected", { requestId: "req_1" });

  assert.deepEqual(lines, [
    "14:03:07  request  status=200  ms=4",
    "14:03:07  error: unexpected  requestId=req_1",
  ]);
});

Deno.test("nothing that is logged can begin a line of its own or move the terminal's cursor", () => {
  for (const terminal of [true, false]) {
    const { lines, log } = logged(terminal);

    log("info", "request", { method: "GET\r\n14:03:08  all is well\u001b[2J" });

    assert.equal(lines.length, 1);
    assert.doesNotMatch(lines[0] ?? "", /\p{Cc}/u);
  }
});

Deno.test("no field can pass for the time, the level or the message of its line", () => {
  const { lines, log } = logged(false);

  log("error", "unexpected", { at: "never", level: "info", message: "all is well", kept: true });

  assert.deepEqual(JSON.parse(lines[0] ?? ""), {
    at: "2027-06-12T14:03:07.250Z",
    level: "error",
    message: "unexpected",
    kept: true,
  });
});
