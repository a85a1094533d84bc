import assert from "node:assert/strict";
import { launchChromium } from "./tools/chromium.ts";
import { freePorts, startServerProcess } from "./tools/server-process.ts";

Deno.test("the form works in a div, in an iframe, pasted twice, and not on a page that is not allowed", async () => {
  const folder = await Deno.makeTempDir();
  const server = await startServerProcess(folder, freePorts());
  const browser = await launchChromium();
  const context = await browser.newContext({ locale: "en-GB" });
  // To the browser, a page that the test makes up comes from afar, and may not ask this machine.
  await context.grantPermissions(["local-network-access"]);
  const page = await context.newPage();
  const script = `<script type="module" src="${server.server}/wedding-rsvp.js"></script>`;
  const show = async (origin: string, body: string) => {
    const html =
      `<!doctype html><html lang="en"><title>Ours</title><link rel="icon" href="data:,">${body}`;
    await page.route(
      `${origin}/ours`,
      (route) => route.fulfill({ contentType: "text/html", body: html }),
    );
    await page.goto(`${origin}/ours`);
    await page.unroute(`${origin}/ours`);
  };

  await show(server.page, `${script}<div data-wedding-rsvp="emma-and-james"></div>`);
  await page.getByLabel("Your name").waitFor();

  const element = `<wedding-rsvp site="emma-and-james"></wedding-rsvp>`;
  await show(server.page, script + element + script + element);
  await page.getByLabel("Your name").nth(1).waitFor();
  assert.equal(await page.getByLabel("Your name").count(), 2);

  await show(
    server.page,
    `<iframe src="${server.server}/r/emma-and-james" title="Reply"></iframe>`,
  );
  await page.frameLocator("iframe").getByLabel("Your name").waitFor();

  await show("https://elsewhere.example", script + element);
  await page.getByText("This page cannot open the form yet").first().waitFor();

  await show(server.page, `${script}<wedding-rsvp site="emma-and-james" lang="ar"></wedding-rsvp>`);
  await page.locator("wedding-rsvp .paper[dir=rtl]").getByRole("textbox").waitFor();
  await page.setViewportSize({ width: 320, height: 700 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, 320);
  await page.screenshot({
    path: new URL("screenshots/embed-arabic.png", import.meta.url).pathname,
    fullPage: true,
  });

  await browser.close();
  await server.kill();
  await Deno.remove(folder, { recursive: true });
});
