import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "./tools/axe.ts";
import { manageDemo } from "./tools/manage-demo.ts";
import { onStage, openPage } from "./tools/stage.ts";

const screenshots = new URL("screenshots/", import.meta.url).pathname;

/** Looks at the page: a picture for people, axe and the narrowest phone for the rest. */
async function look(page: Page, name: string): Promise<void> {
  await assertAccessible(page, name);
  await page.setViewportSize({ width: 320, height: 700 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, name);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const path = `${screenshots}thanks-${width}-${name}.png`;
    await page.screenshot({ path, fullPage: true });
  }
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

Deno.test("a party that is not sure yet says so, changes its mind, and takes its reply back", () =>
  onStage(async (stage) => {
    const couple = await manageDemo(stage.server);
    await couple.change({ notSure: true });
    const page = await openPage(stage);
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(globalThis, { told });
      for (const name of ["rsvp-submitted", "rsvp-withdrawn"]) {
        addEventListener(name, (event) => told.push(`${name} ${"attending" in event}`));
      }
    });
    await page.goto(stage.server.personalLink);

    // Nobody knows yet: no food is asked about.
    await press(page, "Not sure yet");
    await press(page, "Continue");
    await page.getByText(/Ana Silva, Leo Silva and your guest are not sure yet/i).waitFor();
    await press(page, "Send our reply");
    await heading(page, "Thank you!").waitFor();
    await page.getByText("Please tell us as soon as you know. We’d love to know by").waitFor();
    assert.equal(await page.getByText("Add to your calendar").count(), 0);
    await look(page, "unsure");

    // Two days later: Ana comes, Leo and the guest do not.
    await press(page, "Change our reply");
    await heading(page, "Will you be there?").waitFor();
    await look(page, "three-choices");
    const answer = async (name: string, choice: string) => {
      for (const radio of await page.getByRole("group", { name }).getByLabel(choice).all()) {
        await radio.check();
      }
    };
    await answer("Ana Silva", "Will be there");
    await answer("Leo Silva", "Can’t come");
    await answer("Your guest", "Can’t come");
    await press(page, "Continue");
    await page.getByRole("radio", { name: /Sea bass/ }).check();
    await press(page, "Continue");
    await press(page, "Continue");
    await heading(page, "What will change").waitFor();
    assert.match(await page.locator("del").first().innerText(), /not sure yet/);
    assert.match(await page.locator("ins").first().innerText(), /^Ana Silva will be there/);
    assert.equal(await page.locator("ins").nth(1).innerText(), "Sea bass");
    await look(page, "changes");
    await press(page, "Send our reply");
    await heading(page, "Thank you!").waitFor();

    // What to keep: the calendar, the way there, the link.
    await page.getByText("Add to your calendar").click();
    const file = await page.getByLabel("Dinner in Apple, Outlook and others", { exact: true })
      .getAttribute("href");
    const calendar = await page.request.get(file ?? "");
    assert.match(calendar.headers()["content-type"] ?? "", /^text\/calendar/);
    assert.match(await calendar.text(), /SUMMARY:.*Dinner/);
    const google = await page.getByLabel("Dinner in Google Calendar").getAttribute("href");
    assert.match(google ?? "", /^https:\/\/calendar\.google\.com\/.*T173000Z/);
    assert.doesNotMatch(google ?? "", /rsvp|Silva/);
    const dinner = page.locator("li", { hasText: "Dinner" });
    await dinner.getByRole("link", { name: "Directions" }).waitFor();
    const all = await page.getByLabel("Ceremony and Dinner in Apple, Outlook and others")
      .getAttribute("href");
    const both = await (await page.request.get(all ?? "")).text();
    assert.equal(both.match(/BEGIN:VEVENT/g)?.length, 2);
    const link = page.getByRole("link", { name: "Our personal link" });
    assert.equal(await link.getAttribute("href"), stage.server.personalLink);
    await look(page, "calendar");

    // Nothing changed: the way back is the first thing to press.
    await press(page, "Change our reply");
    await heading(page, "Will you be there?").waitFor();
    for (let pages = 0; pages < 3; pages++) await press(page, "Continue");
    await page.getByText("This is what we already have from you.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Send our reply" }).count(), 0);
    await look(page, "nothing-changes");
    await press(page, "Keep the reply as it was");
    await heading(page, "Your reply").waitFor();

    // Taking it back is asked once more, and can be left.
    await press(page, "Take our reply back");
    await focused(page, "Then we won’t know");
    await look(page, "withdraw");
    await press(page, "Keep it");
    await focused(page, "Take our reply back");
    await press(page, "Take our reply back");
    await press(page, "Yes, take it back");
    await heading(page, "Will you be there?").waitFor();
    await page.getByRole("status").getByText("Your reply has been taken back").waitFor({
      state: "attached",
    });
    await look(page, "withdrawn");
    assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "told")), [
      "rsvp-submitted true",
      "rsvp-submitted true",
      "rsvp-withdrawn false",
    ]);
    await page.close();
  }));

/** Waits until what has the focus begins with these words. */
async function focused(page: Page, words: string): Promise<void> {
  await page.waitForFunction((words) => {
    const inside = document.querySelector("wedding-rsvp")?.shadowRoot?.activeElement;
    return inside?.textContent?.trim().startsWith(words);
  }, words);
}

Deno.test("a visit that began with a name has no link to keep, and a line that is away delays a withdrawal", () =>
  onStage(async (stage) => {
    const page = await openPage(stage);
    page.removeAllListeners("console");
    await page.goto(stage.server.page);
    await page.getByLabel("Your name").fill("Ana Silva");
    await press(page, "Find my invitation");
    await press(page, "Sadly, we can’t");
    await press(page, "Continue");
    await press(page, "Send our reply");
    await heading(page, "Thank you!").waitFor();
    assert.equal(await page.getByText("Our personal link").count(), 0);

    await page.context().setOffline(true);
    await press(page, "Take our reply back");
    await press(page, "Yes, take it back");
    await page.getByText("We will send this as soon as you are back online").first().waitFor();
    await page.context().setOffline(false);

    await heading(page, "Will you be there?").waitFor();
    await page.close();
  }));
