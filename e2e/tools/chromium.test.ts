import assert from "node:assert/strict";
import { launchChromium } from "./chromium.ts";

const page = `<!doctype html><title>Counter</title>
<button onclick="this.textContent = 'Pressed ' + ++presses">Press</button>
<script>let presses = 0</script>`;

Deno.test("launchChromium() opens a page of this machine, presses its button and takes a picture", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(page, { headers: { "content-type": "text/html" } }),
  );
  await using browser = await launchChromium();
  const tab = await browser.newPage();

  await tab.goto(`http://127.0.0.1:${server.addr.port}/`);
  await tab.getByRole("button", { name: "Press" }).click();
  await tab.getByRole("button", { name: "Pressed 1" }).waitFor();

  const picture = await tab.screenshot();
  assert.deepEqual([...picture.subarray(1, 4)], [..."PNG"].map((letter) => letter.charCodeAt(0)));
});
