import assert from "node:assert/strict";
import { until } from "../../server/testing/until.ts";
import { replyForFamily } from "./tools/reply.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { closeChromium, findInvitation, openTab } from "./tools/visit.ts";

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

/** Serves a page under this policy; the tab fails the test if anything was refused. */
function put(path: string, policy: string, body = stage.script + stage.element): string {
  // An icon would need a directive of its own.
  const page = ourPage(body).replace(/<link rel="icon"[^>]*>/, "");
  return stage.put(path, page, { "content-security-policy": policy });
}

Deno.test("under the strictest policy, two entries let a family reply from start to end", async () => {
  await stage.family("Strict Policy");
  const { server } = stage;
  const policy = `default-src 'none'; script-src ${server}; connect-src ${server}`;
  const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  assert.ok(
    readme.replace(/\s+/g, " ").includes(policy.replaceAll(server, "https://rsvp.example")),
  );
  await using page = await openTab();
  await page.goto(put("/strict", policy));

  await findInvitation(page, "Strict Policy");
  await replyForFamily(page, "Strict Policy");
});

Deno.test("a page that allows scripts by nonce carries the form, in any language", async () => {
  const { script, server } = stage;
  const policy =
    `default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src ${server}`;
  const element = stage.element.replace(">", ` lang="ar">`);
  await using page = await openTab();
  await page.goto(
    put("/nonce", policy, script.replace("<script", `<script nonce="r4nd0m"`) + element),
  );

  await page.locator("wedding-rsvp .paper[dir=rtl]").getByRole("textbox").waitFor();
});

Deno.test("a page that demands trusted types is content with the form from start to end", async () => {
  await stage.family("Trusted Types");
  await using page = await openTab();
  await page.goto(put("/trusted", "require-trusted-types-for 'script'; trusted-types lit-html"));

  await findInvitation(page, "Trusted Types");
  await replyForFamily(page, "Trusted Types");
});

Deno.test("a policy that was forgotten is noticed: what the form needs is refused without it", async () => {
  await using page = await openTab();
  const refused: string[] = [];
  page.removeAllListeners("console");
  page.removeAllListeners("pageerror");
  page.on("pageerror", (error) => refused.push(error.message));
  await page.goto(put("/no-connect", `default-src 'none'; script-src ${stage.server}`));

  await until(
    "a connection was refused",
    () => Promise.resolve(refused.some((text) => text.startsWith("refused connect-src"))),
  );
});
