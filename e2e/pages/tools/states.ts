import type { Page } from "playwright-core";
import { replyForFamily } from "./reply.ts";
import type { Stage } from "./stage.ts";
import { arrive, next } from "./visit.ts";

/** What the form shows beside the straight way from a name to the thanks; `look` is called at each. */
export async function walkThroughStates(
  stage: Stage,
  page: Page,
  address: string,
  look: (state: string) => Promise<void>,
): Promise<void> {
  const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
  const party = await stage.family("Ana Silva");
  await stage.family("Zoë Berg");
  await stage.family("Zoë Berg");
  const link = `${address}#rsvp=${party.token}`;

  // A link that leads straight to the invitation, and somebody in a hurry.
  await page.goto(link);
  await arrive(page, "Will you be there?");
  await look("1-link");
  await press("Continue");
  await page.locator(".trouble").waitFor();
  await look("2-nobody-answered");
  await press("Ask Emma & James");
  await page.getByLabel("What would you like to tell them?").waitFor();
  await look("3-somebody-missing");

  await stage.change({ notSure: true });
  await page.goto("about:blank");
  await page.goto(link);
  await press("Answer for each of us");
  await page.getByRole("radio", { name: "Not sure yet" }).first().check();
  await look("4-not-sure");
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByText("We kept what you filled in").first().waitFor();
  await look("5-restored");

  await replyForFamily(page, "Ana Silva");
  await page.getByText("Add to your calendar").click();
  await look("6-calendar");
  await press("Take our reply back");
  await page.getByText("Then we won’t know").waitFor();
  await look("7-withdrawal");
  await press("Keep it");

  await press("Change our reply");
  await arrive(page, "Will you be there?");
  const leo = page.getByRole("group", { name: "Leo Silva" });
  for (const no of await leo.getByLabel("Can’t come").all()) await no.check();
  await next(page, "What would you like to eat?");
  await page.getByRole("group", { name: "Ana Silva" }).getByLabel("Roast").check();
  await next(page, "A few questions");
  await press("Continue");
  await page.getByRole("heading", { name: "What will change" }).waitFor();
  await look("8-changes");
  await page.context().setOffline(true);
  await press("Send our reply");
  await page.getByText("as soon as you are back online").first().waitFor();
  await look("9-waiting");
  await page.context().setOffline(false);
  await arrive(page, "Thank you!");

  // Two of one name, and names that nobody has.
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("about:blank");
  await page.goto(address);
  await page.getByLabel("Your name").fill("Zoë Berg");
  await press("Find my invitation");
  await page.getByLabel("One more thing").waitFor();
  await look("10-second-fact");

  await stage.change({ deadline: { at: "2026-01-01T12:00:00Z", after: "closed" } });
  await page.goto("about:blank");
  await page.goto(address);
  await arrive(page, "Replies have closed");
  await look("11-closed");
  await stage.change({ deadline: null, notSure: false });

  await page.locator("wedding-rsvp").evaluate((form) => form.setAttribute("site", "nobody-here"));
  await arrive(page, "One moment");
  await look("12-away");
}
