import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { testApp } from "../testing/test-app.ts";
import type { Deps } from "../deps.ts";
import { readConfig } from "../config.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { signInPage } from "./sign-in-page.ts";

const sources = (inline: string | undefined) =>
  `'sha256-${createHash("sha256").update(inline ?? "").digest("base64")}'`;

Deno.test("the sign-in page runs its own script and style and nothing else", async () => {
  const response = await signInPage();
  const html = await response.text();
  const policy = new Map(
    response.headers.get("content-security-policy")?.split("; ")
      .map((directive) => directive.split(/ (.*)/) as [string, string]),
  );

  assert.equal(policy.get("script-src"), sources(/<script>([^]*?)<\/script>/.exec(html)?.[1]));
  assert.equal(policy.get("style-src"), sources(/<style>([^]*?)<\/style>/.exec(html)?.[1]));
  assert.equal(policy.get("default-src"), "'none'");
  assert.equal(policy.get("connect-src"), "'self'");
  assert.equal(policy.get("frame-ancestors"), "'none'");
  assert.equal(policy.get("form-action"), "'none'");
  assert.doesNotMatch(html, /\son\w+=|style=|javascript:/);
});

Deno.test("the page is served under /sign-in, without asking the database", async () => {
  const deps = {
    config: readConfig({}),
    now: () => new Date(),
    log: () => {},
    sql: () => Promise.reject(new Error("Nobody should ask.")),
  } as unknown as Deps;

  const { status, headers } = await testApp(deps, signInRoutes).call("GET /sign-in");

  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  assert.equal(headers.get("referrer-policy"), "no-referrer");
});
