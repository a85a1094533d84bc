import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { ProblemBody } from "../../shared/problems.ts";
import { testDatabase } from "../testing/database.ts";
import { testDeps } from "../testing/test-deps.ts";
import { createApp } from "../http/create-app.ts";
import { openBuildFolder } from "./build.ts";
import { staticRoutes } from "./routes.ts";

const deps = await testDeps(await testDatabase());
const script = `customElements.define("wedding-rsvp", class {});\n`.repeat(50);

/** A folder as the build leaves it, in the folder of something private. */
async function aBuild() {
  const outside = await Deno.makeTempDir({ prefix: "wedding-rsvp-static-" });
  const folder = new URL(`file://${outside}/dist/`);
  await Deno.mkdir(new URL("assets/sub.js/", folder), { recursive: true });
  await Deno.writeTextFile(new URL("wedding-rsvp.js", folder), script);
  await Deno.writeTextFile(new URL("assets/pt-Ab12_-.js", folder), "export default {};");
  await Deno.writeTextFile(new URL("assets/flourish-9f.svg", folder), "<svg/>");
  await Deno.writeTextFile(new URL("assets/page.html", folder), "<script>1</script>");
  await Deno.writeTextFile(new URL("assets/.env.js", folder), "secret");
  await Deno.writeTextFile(new URL("../secret.js", folder), "secret");
  const app = createApp(deps, staticRoutes({ folder: openBuildFolder(folder) }));
  return {
    folder,
    get: (path: string, headers: Record<string, string> = {}, method = "GET") =>
      app.fetch(new Request(`https://rsvp.test${path}`, { headers, method })),
    [Symbol.asyncDispose]: () => Deno.remove(outside, { recursive: true }),
  };
}

Deno.test("the script may be loaded as a module by any page", async () => {
  await using build = await aBuild();

  const response = await build.get("/wedding-rsvp.js", { origin: "https://ours.example" });

  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.equal(response.headers.get("cross-origin-resource-policy"), "cross-origin");
  assert.equal(await response.text(), script);
});

Deno.test("the script is asked about again soon; what has its content in its name is kept for ever", async () => {
  await using build = await aBuild();
  const kept = async (path: string) => (await build.get(path)).headers.get("cache-control") ?? "";

  assert.match(await kept("/wedding-rsvp.js"), /max-age=\d{1,3}, must-revalidate/);
  assert.match(await kept("/assets/pt-Ab12_-.js"), /immutable/);
});

Deno.test("a file is sent packed as tightly as its reader can unpack", async () => {
  await using build = await aBuild();
  const unpack: Record<string, (bytes: Uint8Array) => Uint8Array> = {
    br: brotliDecompressSync,
    gzip: gunzipSync,
    none: (bytes) => bytes,
  };
  const cases = {
    "gzip, deflate, br, zstd": "br",
    "gzip": "gzip",
    "br;q=0, gzip;q=0.5": "gzip",
    "GZIP;Q=1": "gzip",
    "*": "br",
    "*;q=0": "none",
    "deflate": "none",
    "": "none",
  };

  for (const [accepted, packing] of Object.entries(cases)) {
    const response = await build.get("/wedding-rsvp.js", { "accept-encoding": accepted });
    const bytes = new Uint8Array(await response.arrayBuffer());

    assert.equal(response.headers.get("content-encoding") ?? "none", packing, accepted);
    assert.match(response.headers.get("vary") ?? "", /accept-encoding/i);
    assert.equal(new TextDecoder().decode(unpack[packing]?.(bytes)), script);
    if (packing !== "none") assert.ok(bytes.length < script.length / 4);
  }
});

Deno.test("a reader that has the file is told so, for the packing that it has", async () => {
  await using build = await aBuild();
  const packed = { "accept-encoding": "br" };
  const etag = (await build.get("/wedding-rsvp.js", packed)).headers.get("etag") ?? "";
  const plainTag = (await build.get("/wedding-rsvp.js")).headers.get("etag") ?? "";

  const known = await build.get("/wedding-rsvp.js", { ...packed, "if-none-match": etag });
  const other = await build.get("/wedding-rsvp.js", { ...packed, "if-none-match": plainTag });

  assert.notEqual(etag, plainTag);
  assert.equal(known.status, 304);
  assert.equal(known.headers.get("access-control-allow-origin"), "*");
  assert.match(known.headers.get("vary") ?? "", /accept-encoding/i);
  assert.equal(await known.text(), "");
  assert.equal(other.status, 200);
});

Deno.test("a new build is served without a restart", async () => {
  await using build = await aBuild();
  const before = (await build.get("/wedding-rsvp.js")).headers.get("etag");

  await Deno.writeTextFile(new URL("wedding-rsvp.js", build.folder), "export {};");

  const after = await build.get("/wedding-rsvp.js");
  assert.notEqual(after.headers.get("etag"), before);
  assert.equal(await after.text(), "export {};");
});

Deno.test("nothing but what was built for pages can be read", async () => {
  await using build = await aBuild();
  assert.equal((await build.get("/assets/flourish-9f.svg")).status, 200);

  const names = [
    "../secret.js",
    "..%2f..%2fsecret.js",
    "%2e%2e%2f%2e%2e%2fsecret.js",
    "..%5c..%5csecret.js",
    "....//secret.js",
    "%2e%2e/wedding-rsvp.js%00.js",
    "pt-Ab12_-.js%00",
    ".env.js",
    "sub.js",
    "page.html",
    "missing.js",
    "file:%2f%2f%2fetc%2fpasswd",
    "toString",
    "a.constructor",
    "",
  ];
  for (const name of names) {
    const response = await build.get(`/assets/${name}`);

    assert.equal(response.status, 404, name);
    assert.doesNotMatch(await response.text(), /secret\b(?!\.js)/);
  }
});

Deno.test("a server whose element is not built says what to do", async () => {
  await using build = await aBuild();
  await Deno.remove(build.folder, { recursive: true });

  for (const path of ["/wedding-rsvp.js", "/assets/pt-Ab12_-.js"]) {
    const response = await build.get(path);
    const problem: ProblemBody = await response.json();

    assert.equal(response.status, 404);
    assert.match(problem.detail ?? "", /deno task build/);
  }
});

Deno.test("HEAD says how the file would be sent", async () => {
  await using build = await aBuild();

  const response = await build.get("/wedding-rsvp.js", { "accept-encoding": "br" }, "HEAD");

  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-encoding"), "br");
  assert.equal(await response.text(), "");
});

Deno.test("browsers that ask for a picture in the tab get none, and do not ask again today", async () => {
  await using build = await aBuild();

  const response = await build.get("/favicon.ico");

  assert.equal(response.status, 204);
  assert.match(response.headers.get("cache-control") ?? "", /max-age=86400/);
});
