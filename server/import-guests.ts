// `deno task import FILE --site SLUG`: a guest list from a terminal, by the API of a running server.
import { isAbsolute, join } from "node:path";
import { runImport } from "./imports/command/run-import.ts";

const encoder = new TextEncoder();
// Where it was called; tasks run in the folder of deno.json.
const folder = Deno.env.get("INIT_CWD") ?? ".";
const whole = (path: string) => isAbsolute(path) ? path : join(folder, path);
// For one file beside the list, and only when that is wished.
if (!Deno.args.includes("--refused")) await Deno.permissions.revoke({ name: "write" });

const isWatched = Deno.stderr.isTerminal();
const canAnswer = Deno.stdin.isTerminal() && Deno.stdout.isTerminal();
const code = await runImport(Deno.args, {
  print: (text) => void Deno.stdout.writeSync(encoder.encode(`${text}\n`)),
  ...isWatched ? { bar: (text) => void Deno.stderr.writeSync(encoder.encode(text)) } : {},
  ...canAnswer ? { ask: confirm, choose: (question: string) => prompt(question) } : {},
  columns: Deno.stdout.isTerminal() ? Deno.consoleSize().columns : 120,
  environment: { RSVP_SERVER: Deno.env.get("RSVP_SERVER"), RSVP_KEY: Deno.env.get("RSVP_KEY") },
  send: fetch,
  readFile: (path) => Deno.readFile(whole(path)),
  writeFile: (path, bytes) => Deno.writeFile(whole(path), bytes),
});
Deno.exit(code);
