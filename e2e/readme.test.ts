import assert from "node:assert/strict";
import { environmentSchema } from "../server/config.ts";
import { until } from "../server/testing/until.ts";
import { embedCode } from "../server/sites/embed-code.ts";
import { newSecret, signDelivery } from "../server/webhooks/sign.ts";

const root = new URL("../", import.meta.url);
const readme = await Deno.readTextFile(new URL("README.md", root));

/** The README's code blocks of a language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))]
    .map(([, code = ""]) => code);
}

Deno.test("the README's two commands are the package's scripts", async () => {
  const { scripts } = JSON.parse(await Deno.readTextFile(new URL("package.json", root)));

  assert.deepEqual(blocks("sh").map((code) => code.trim()), ["npm start", "npm test"]);
  assert.ok(scripts.start && scripts.test);
});

Deno.test("the README's table has every environment variable, and no other", () => {
  const told = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);

  assert.deepEqual(told, Object.keys(environmentSchema.shape));
});

Deno.test("the README's embed code is what the API gives", () => {
  const site = { slug: "our-wedding", settings: { names: "Emma & James" } };

  const { script, element, page } = embedCode(site, "https://rsvp.example");

  const snippet = blocks("html")[0]?.replace(/\s+/g, " ") ?? "";
  assert.ok(snippet.includes(script) && snippet.includes(element) && snippet.includes(page));
});

Deno.test("the README's receiver takes a delivery of ours and refuses a forged one", async () => {
  const [code = ""] = blocks("js");
  const secret = newSecret();
  const port = freePort();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--ext=js", "-"],
    cwd: root,
    env: { WEBHOOK_SECRET: secret, PORT: String(port), NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(code));
  await writer.close();
  let printed = "";
  const reading = child.stdout.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write: (text) => void (printed += text) }));

  const notice = { changeNumber: 7, events: [{ name: "Dinner", headcount: { attending: 42 } }] };
  const body = JSON.stringify({ type: "headcount.changed", data: notice });
  const headers = signDelivery({
    id: "delivery_1",
    at: new Date(),
    body,
    secrets: [secret],
  });
  const post = (body: string) =>
    fetch(`http://127.0.0.1:${port}`, { method: "POST", headers, body }).catch(() => undefined);
  const genuine = await until("the receiver answers", () => post(body));
  const forged = await post(body.replace("42", "24"));
  await until("it says what it got", () => Promise.resolve(printed.includes("\n")));
  child.kill();
  await Promise.all([child.status, reading]);

  assert.equal(genuine.status, 204);
  assert.equal(forged?.status, 401);
  assert.equal(printed, "Dinner: 42 (change 7)\n");
});

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
