import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { launchChromium, patienceMs } from "./chromium.ts";
import { freePorts } from "./free-ports.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

/** The demo wedding on a server of its own, and a browser. */
export interface Stage {
  server: ServerProcess;
  browser: Browser;
}

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

export async function onStage(act: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  const server = await startServerProcess(folder, freePorts());
  const browser = await launchChromium();
  try {
    await act({ server, browser });
  } finally {
    await browser.close();
    await server.kill();
    await Deno.remove(folder, { recursive: true });
  }
}

/** A page that fails the test when it complains in the console or asks anybody but these servers. */
export async function openPage(
  { server, browser }: Stage,
  viewport: typeof phone = phone,
): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: "en-GB", reducedMotion: "reduce" });
  page.setDefaultTimeout(patienceMs);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    const ours: string[] = [server.server, server.page, server.caterer];
    if (!ours.includes(origin)) complaints.push(`asked ${origin}`);
  });
  page.on("close", () => assert.deepEqual(complaints, []));
  return page;
}
