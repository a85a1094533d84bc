import assert from "node:assert/strict";
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

Deno.test("the form comes up where its tag stands before the script, and after it", async () => {
  await stage.family("Before After");
  const { script, element } = stage;
  const pages = [
    stage.put("/before", ourPage(element + script)),
    stage.put("/after", ourPage(script + element)),
    stage.put("/head", ourPage(element, { head: script })),
  ];

  for (const address of pages) {
    await using page = await openTab();
    await page.goto(address);

    await findInvitation(page, "Before After");
  }
});

Deno.test("what was pasted twice is two forms, each of which can be used", async () => {
  await stage.family("First Twice");
  await stage.family("Second Twice");
  const { script, element } = stage;
  await using page = await openTab();
  await page.goto(stage.put("/twice", ourPage(script + element + script + element)));
  const forms = page.locator("wedding-rsvp");

  await findInvitation(forms.nth(0), "First Twice");
  await findInvitation(forms.nth(1), "Second Twice");

  for (const [at, name] of ["First Twice", "Second Twice"].entries()) {
    await forms.nth(at).getByRole("button", { name: "Answer for each of us" }).click();
    await forms.nth(at).getByRole("group", { name }).waitFor();
  }
});

Deno.test("a script that two blocks load under two addresses does no harm", async () => {
  await stage.family("Two Addresses");
  const { script, element } = stage;
  await using page = await openTab();
  const other = script.replace("wedding-rsvp.js", "wedding-rsvp.js?ver=6.8");
  await page.goto(stage.put("/two-addresses", ourPage(script + element + other)));

  await findInvitation(page, "Two Addresses");
});

Deno.test("WordPress may wrap the tag in a paragraph, break its lines and hang attributes on it", async () => {
  await stage.family("Word Press");
  const { script, wedding: { site } } = stage;
  const block = `<div class="entry-content wp-block-html"><p>${script}<br />
<wedding-rsvp site="${site.slug}" class="alignwide has-background" style="" data-block="9"
 align="wide" data-wp-interactive="core" tabindex=""></wedding-rsvp><br />
</p></div>`;
  await using page = await openTab();
  await page.goto(stage.put("/wordpress", ourPage(block)));

  await findInvitation(page, "Word Press");
});

Deno.test("a builder may write the tag into the page first and inject the script later", async () => {
  await stage.family("Wix Space");
  const builder = `<div id="block"></div><script>
    setTimeout(() => {
      block.innerHTML = '${stage.element}';
      block.firstChild.words = { find: "Look me up" };
      const script = document.createElement("script");
      script.type = "module";
      script.src = "${stage.server}/wedding-rsvp.js";
      document.body.append(script);
    });
  </script>`;
  await using page = await openTab();
  await page.goto(stage.put("/builder", ourPage(builder)));

  await page.getByLabel("Your name").fill("Wix Space");
  // What the page set before the element came alive counts.
  await page.getByRole("button", { name: "Look me up" }).click();
  await page.getByRole("heading", { name: "Will you be there?" }).waitFor();
});

Deno.test("a builder that drops unknown tags keeps a div, and the div becomes the form", async () => {
  await stage.family("Only Div");
  const { script, wedding: { site } } = stage;
  const div = `<div data-wedding-rsvp="${site.slug}" data-theme="midnight"></div>`;
  await using page = await openTab();
  await page.goto(stage.put("/div", ourPage(script + div)));

  await findInvitation(page, "Only Div");
});

Deno.test("a builder that drops scripts frames the server's page, where the form works", async () => {
  await stage.family("Only Frame");
  const { server, wedding: { site } } = stage;
  await using page = await openTab();
  const frame = `<iframe src="${server}/r/${site.slug}" title="Reply" height="900"></iframe>`;
  await page.goto(stage.put("/frame", ourPage(frame)));

  await findInvitation(page.frameLocator("iframe"), "Only Frame");
});

Deno.test("a page whose addresses are all relative to another place changes nothing", async () => {
  await stage.family("Base Href");
  const { script, element } = stage;
  const head = `<base href="https://elsewhere.example/deep/" target="_blank">`;
  await using page = await openTab();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  await page.goto(stage.put("/base", ourPage(script + element, { head })));

  await findInvitation(page, "Base Href");

  assert.deepEqual([...new Set(asked)].sort(), [stage.origin, stage.server].sort());
  assert.equal(page.context().pages().length, 1);
});

Deno.test("without scripts the page leads to the server's own", async () => {
  const { script, element, server, wedding: { site } } = stage;
  const link = `<noscript><a href="${server}/r/${site.slug}">Reply here</a></noscript>`;
  await using page = await openTab({ javaScriptEnabled: false });
  await page.goto(stage.put("/no-script", ourPage(script + element + link)));

  await page.getByRole("link", { name: "Reply here" }).click();

  await page.waitForURL(`${server}/r/${site.slug}`);
  await page.getByText("Emma & James").first().waitFor();
});

Deno.test("where the script is blocked the page stays whole, and a link inside the tag can be used", async () => {
  const { script, server, wedding: { site } } = stage;
  const element =
    `<wedding-rsvp site="${site.slug}"><a href="${server}/r/${site.slug}">Reply here</a></wedding-rsvp>`;
  const address = stage.put("/blocked", ourPage(`${script}${element}<p>See you in Sintra</p>`));
  await using page = await openTab();
  await page.goto(address);
  await page.getByLabel("Your name").waitFor();
  assert.equal(await page.getByRole("link", { name: "Reply here" }).isVisible(), false);

  // The browser itself reports what it was kept from.
  page.removeAllListeners("console");
  await page.route("**/wedding-rsvp.js", (route) => route.abort("blockedbyclient"));
  await page.reload();

  assert.match(await page.locator("body").innerText(), /^Reply here\s+See you in Sintra$/);
  await page.getByRole("link", { name: "Reply here" }).click();
  await page.waitForURL(`${server}/r/${site.slug}`);
});

Deno.test("a page that the couple did not allow says so, and opens nothing", async () => {
  const { script, element } = stage;
  await using page = await openTab();
  page.removeAllListeners("console");
  const address = stage.put("/not-allowed", ourPage(script + element));
  await stage.change({ pages: ["https://elsewhere.example"] });
  try {
    await page.goto(address);

    await page.getByText("This page cannot open the form yet").first().waitFor();
  } finally {
    await stage.change({ pages: [stage.origin] });
  }
});
