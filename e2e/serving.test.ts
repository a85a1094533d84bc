import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { embedCode } from "../server/sites/embed-code.ts";
import { type Build, entry, openBuildFolder } from "../server/static/build.ts";
import { keepBuild } from "../server/static/keep-build.ts";
import { until } from "../server/testing/until.ts";
import { openStage, ourPage, type Stage } from "./pages/tools/stage.ts";
import { arrive, closeChromium, findInvitation, openTab } from "./pages/tools/visit.ts";

let stage: Stage;
let build: Build;
Deno.test.beforeAll(async () => {
  stage = await openStage();
  const built = await openBuildFolder().build();
  assert.ok(built, "There is no build: run `deno task build` first.");
  build = built;
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

/** What the page asks our server for, from now on, by path. */
function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === stage.server) asked.push(pathname);
  });
  return asked;
}

/** The height of the first frame, as soon as it is that of what it shows. */
function heightThatFits(page: Page): Promise<number> {
  return until("the frame fits", async () => {
    const frame = page.locator("iframe").first();
    const shown = await frame.contentFrame().locator("html").evaluate((html) =>
      html.getBoundingClientRect().height
    );
    const height = (await frame.boundingBox())?.height ?? 0;
    return Math.abs(height - shown) <= 1 && height;
  });
}

function pinnedPage(path: string, { version, integrity }: Build): string {
  const { pinned } = embedCode(stage.wedding.site, stage.server, { version, integrity });
  return stage.put(path, ourPage(pinned?.snippet ?? ""));
}

/** The newest build as if it were an earlier one, kept by the server that had it. */
async function anEarlierBuild(): Promise<Build> {
  const first = new TextDecoder().decode(build.files.get(entry));
  const bytes = new TextEncoder().encode(`${first}\n// Earlier.`);
  const earlier = {
    version: createHash("sha256").update(bytes).digest("hex").slice(0, 20),
    integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
    files: new Map([...build.files, [entry, bytes]]),
  };
  await keepBuild(stage.deps, earlier);
  return earlier;
}

Deno.test("on a page that is allowed the form is usable with the script: nothing else is asked for before", async () => {
  await using page = await openTab();
  const asked = listen(page);
  await page.goto(stage.put("/one-trip", ourPage(stage.script + stage.element)));

  await page.getByLabel("Your name").waitFor();

  assert.equal(asked[0], "/wedding-rsvp.js");
  assert.deepEqual(asked.filter((path) => path.endsWith("/form")), []);
});

Deno.test("the server's own page brings its form along", async () => {
  await using page = await openTab();
  const asked = listen(page);
  await page.goto(`${stage.server}/r/${stage.wedding.site.slug}`);

  await page.getByLabel("Your name").waitFor();

  assert.deepEqual(asked.filter((path) => path.endsWith("/form")), []);
});

Deno.test("the server's own page has its language loaded beside the script, once", async () => {
  await stage.change({ languages: ["de"] });
  await using page = await openTab({ locale: "de-DE" });
  const asked = listen(page);
  await page.goto(`${stage.server}/r/${stage.wedding.site.slug}`);

  await page.locator("wedding-rsvp [lang=de-DE]").getByRole("textbox").waitFor();

  const scripts = asked.filter((path) => path.endsWith(".js"));
  assert.ok(scripts.findIndex((path) => /\/de-/.test(path)) < scripts.indexOf("/wedding-rsvp.js"));
  assert.equal(new Set(scripts).size, scripts.length);
  await stage.change({ languages: ["en"] });
});

Deno.test("a personal link reads its party, and the form came with the script", async () => {
  const { token } = await stage.family("One Trip");
  await using page = await openTab();
  const asked = listen(page);
  const address = stage.put("/one-trip-link", ourPage(stage.script + stage.element));
  await page.goto(`${address}#rsvp=${token}`);

  await arrive(page, "Will you be there?");

  const paths = asked.map((path) => path.split("/").at(-1));
  assert.ok(paths.includes("party"));
  assert.ok(!paths.includes("form"));
});

Deno.test("what the couple changes is there at the next load, though the script is known", async () => {
  await using page = await openTab();
  const address = stage.put("/changed", ourPage(stage.script + stage.element));
  await page.goto(address);
  await page.getByLabel("Your name").waitFor();

  await stage.change({ intro: "Bring dancing shoes." });
  await page.reload();
  await page.getByText("Bring dancing shoes.").waitFor();

  await stage.change({ intro: "" });
  await page.reload();
  await page.getByLabel("Your name").waitFor();
  assert.equal(await page.getByText("Bring dancing shoes.").count(), 0);
});

for (const theme of ["page", "classic", "modern", "botanical", "deco", "midnight"]) {
  Deno.test(`what stands below the pasted code stays where it is while the form comes up: ${theme}`, async () => {
    const { snippet } = embedCode(stage.wedding.site, stage.server);
    const body = snippet.replace("<wedding-rsvp ", `<wedding-rsvp theme="${theme}" `);
    await using page = await openTab();
    const arrives = Promise.withResolvers<void>();
    await page.route("**/wedding-rsvp.js", async (route) => {
      await arrives.promise;
      await route.continue();
    });
    await page.goto(
      stage.put(`/place-${theme}`, ourPage(`${body}<footer>Below</footer>`)),
      { waitUntil: "commit" },
    );
    const below = async () => (await page.getByText("Below").boundingBox())?.y;
    const before = await below();

    arrives.resolve();
    await page.getByLabel("Your name").waitFor();

    assert.ok(before && before >= 480);
    assert.equal(await below(), before);
  });
}

Deno.test("a frame on the couple's page is as high as what it shows, at every step, and narrow too", async () => {
  await stage.family("Frame Silva");
  const { iframe } = embedCode(stage.wedding.site, stage.server);
  await using page = await openTab();
  await page.goto(stage.put("/frame", ourPage(iframe)));
  const form = page.frameLocator("iframe");

  await form.getByLabel("Your name").waitFor();
  const first = await heightThatFits(page);
  await findInvitation(form, "Frame Silva");
  const coming = await heightThatFits(page);
  await page.setViewportSize({ width: 320, height: 700 });
  const narrow = await heightThatFits(page);

  assert.equal(new Set([first, coming, narrow]).size, 3);
});

Deno.test("a frame whose script is refused scrolls, and can be used", async () => {
  await stage.family("Scroll Silva");
  const { iframe } = embedCode(stage.wedding.site, stage.server);
  await using page = await openTab();
  // The refusal itself is complained of.
  page.removeAllListeners("console");
  page.removeAllListeners("pageerror");
  const policy = `script-src 'none'; frame-src ${stage.server}`;
  await page.goto(
    stage.put("/frame-alone", ourPage(iframe), { "content-security-policy": policy }),
  );

  await findInvitation(page.frameLocator("iframe"), "Scroll Silva");

  assert.equal((await page.locator("iframe").boundingBox())?.height, 900);
});

Deno.test("only a frame of this server sets its height, and only its own", async () => {
  const { iframe } = embedCode(stage.wedding.site, stage.server);
  const [, script = ""] = iframe.split("\n").slice(-2);
  const liar = stage.put(
    "/liar",
    `<!doctype html><script>parent.postMessage({ weddingRsvpHeight: 5000 }, "*")</script>Said`,
  );
  await using page = await openTab();
  await page.goto(
    stage.put(
      "/two-frames",
      ourPage(`${iframe}<iframe src="${liar}" id="liar"></iframe>${script}`),
    ),
  );

  await page.frameLocator("iframe >> nth=0").getByLabel("Your name").waitFor();
  await page.frameLocator("#liar").getByText("Said").waitFor();
  await heightThatFits(page);

  assert.equal((await page.locator("#liar").boundingBox())?.height, 154);
});

Deno.test("a page that pins the script loads this version alone, and each of its files once", async () => {
  await stage.family("Pin Silva");
  await using page = await openTab();
  const asked = listen(page);
  await page.goto(pinnedPage("/pinned", build));

  await findInvitation(page, "Pin Silva");

  const scripts = asked.filter((path) => path.endsWith(".js"));
  assert.deepEqual(scripts.filter((path) => !path.startsWith(`/v/${build.version}/`)), []);
  assert.equal(new Set(scripts).size, scripts.length);
  assert.ok(scripts.some((path) => path.includes("/assets/")));
});

Deno.test("a page that pinned the version before an upgrade works on after it", async () => {
  await stage.family("Before Silva");
  await using page = await openTab();
  await page.goto(pinnedPage("/pinned-before", await anEarlierBuild()));

  await findInvitation(page, "Before Silva");
});

Deno.test("a browser refuses a pinned script in which a byte is another one", async () => {
  const { integrity } = await anEarlierBuild();
  await using page = await openTab();
  page.removeAllListeners("console");
  const refused = page.waitForEvent("console", (message) => /integrity/i.test(message.text()));
  await page.goto(pinnedPage("/pinned-wrong", { ...build, integrity }));

  await refused;

  assert.equal(await page.evaluate(() => customElements.get("wedding-rsvp")), undefined);
});
