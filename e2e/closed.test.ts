import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "./tools/axe.ts";
import { manageDemo } from "./tools/manage-demo.ts";
import { onStage, openPage } from "./tools/stage.ts";

const over = { at: "2026-01-01T12:00:00Z", after: "closed" };
const message = "Our caterer has the final count. Call Emma’s mother.";

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 2 });

/** The couple's words and how to reach them are there, and a note can be written. */
async function assertWayOn(page: Page, said: string): Promise<void> {
  await page.getByText(said).waitFor();
  assert.equal(
    await page.getByRole("link", { name: "emma.and.james@example.com" }).getAttribute("href"),
    "mailto:emma.and.james@example.com",
  );
  await page.getByRole("link", { name: "+351 21 555 0100" }).waitFor();
  await page.getByRole("button", { name: "Ask Emma & James" }).waitFor();
  await assertAccessible(page, said);
}

Deno.test("after the deadline every guest finds the couple's words and how to reach them, never a blank", () =>
  onStage(async (stage) => {
    const { server } = stage;
    const couple = await manageDemo(server);
    await couple.change({
      contact: { mail: "emma.and.james@example.com", phone: "+351 21 555 0100" },
    });

    // One has the reply open, up to the last page, when the deadline passes.
    const late = await openPage(stage);
    late.removeAllListeners("console");
    await late.goto(server.personalLink);
    await late.getByRole("button", { name: "Sadly, we can’t" }).click();
    await late.getByRole("button", { name: "Continue" }).click();
    await late.getByRole("button", { name: "Send our reply" }).waitFor();
    // Another has replied, and may change nothing any more.
    const saved = await openPage(stage);
    saved.removeAllListeners("console");
    await saved.goto(server.page);
    await saved.getByLabel("Your name").fill("Priya Raman");
    await saved.getByRole("button", { name: "Find my invitation" }).click();
    await saved.getByRole("button", { name: "Sadly, I can’t" }).click();
    await saved.getByRole("button", { name: "Continue" }).click();
    await saved.getByRole("button", { name: "Send my reply" }).click();
    await heading(saved, "Thank you!").waitFor();
    await couple.change({ deadline: { ...over, message } });

    await late.getByRole("button", { name: "Send our reply" }).click();
    await heading(late, "Replies have closed").waitFor();
    await assertWayOn(late, message);

    await saved.reload();
    await heading(saved, "Your reply").waitFor();
    await assertWayOn(saved, message);
    await saved.getByText("Priya Raman can’t come.").waitFor();
    assert.equal(await saved.getByRole("button", { name: "Change my reply" }).count(), 0);
    assert.equal(await saved.getByRole("button", { name: "Take my reply back" }).count(), 0);

    // A stranger, and a couple that wrote no words of its own.
    const stranger = await openPage(stage);
    await stranger.goto(server.page);
    await heading(stranger, "Replies have closed").waitFor();
    await assertWayOn(stranger, message);
    await couple.change({ deadline: over });
    await stranger.reload();
    await heading(stranger, "Replies have closed").waitFor();
    await assertWayOn(stranger, "The day for replies has passed.");

    // Neither words nor contact: a note still reaches them.
    await couple.change({ contact: {} });
    await stranger.reload();
    await heading(stranger, "Replies have closed").waitFor();
    assert.equal(await stranger.getByRole("link").count(), 0);
    await stranger.getByRole("button", { name: "Ask Emma & James" }).click();
    await stranger.getByLabel("Your name").fill("Ana");
    await stranger.getByLabel("What would you like to tell them?").fill("May we still come?");
    await stranger.getByRole("button", { name: "Send my message" }).click();
    await stranger.getByText("will read this and get back to you").first().waitFor();

    // Where the couple still takes late replies, the form says so and stays open.
    await couple.change({ deadline: { ...over, after: "late" } });
    await stranger.reload();
    await stranger.getByText("we are still glad to have yours").waitFor();
    await stranger.getByLabel("Your name").waitFor();
    for (const page of [late, saved, stranger]) await page.close();
  }));
