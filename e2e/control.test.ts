import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { onStage, openPage, type Stage } from "./tools/stage.ts";

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 2 });

async function next(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await heading(page, name).waitFor();
}

/** The step as the page's own styles and scripts see it. */
function stepOf(page: Page): Promise<[string | null, string]> {
  return page.locator("wedding-rsvp").evaluate((form) => [
    form.getAttribute("step"),
    Reflect.get(form, "step"),
  ]);
}

/** A guest on a page of the form after the first two. */
async function onQuestions(stage: Stage, attributes: Record<string, string> = {}): Promise<Page> {
  const page = await openPage(stage);
  await page.goto(stage.server.page);
  await page.locator("wedding-rsvp").evaluate((form, attributes) => {
    for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  }, attributes);
  await page.getByLabel("Your name").fill("Ana Silva");
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await heading(page, "Will you be there?").waitFor();
  await page.getByRole("button", { name: "We’ll all be there" }).click();
  await page.getByLabel("Who will come with you?").fill("Jonas Berg");
  await next(page, /Ana Silva/);
  await page.getByRole("radio", { name: /Sea bass/ }).check();
  await next(page, /Leo Silva/);
  await page.getByRole("radio", { name: /Children’s pasta/ }).check();
  await next(page, /Jonas Berg/);
  await page.getByRole("radio", { name: /Slow-roast lamb/ }).check();
  await next(page, "A few questions");
  return page;
}

Deno.test("with `history`, the browser's Back and Forward turn the pages of the reply", () =>
  onStage(async (stage) => {
    const page = await onQuestions(stage, { history: "" });
    await page.getByLabel("Which song gets you dancing?").fill("Dancing Queen");

    await page.goBack();
    await heading(page, /Jonas Berg/).waitFor();
    await page.goBack();
    await heading(page, /Leo Silva/).waitFor();
    await page.goForward();
    await heading(page, /Jonas Berg/).waitFor();
    // The form's own Back goes to the same entry, not to another one.
    const entries = await page.evaluate(() => history.length);
    await page.getByRole("button", { name: "Back" }).click();
    await heading(page, /Leo Silva/).waitFor();
    await page.waitForFunction(() => history.state["wedding-rsvp"].at === 2);
    await page.goForward();
    await heading(page, /Jonas Berg/).waitFor();
    assert.equal(await page.evaluate(() => history.length), entries);
    await page.goForward();
    await heading(page, "A few questions").waitFor();
    assert.equal(
      await page.getByLabel("Which song gets you dancing?").inputValue(),
      "Dancing Queen",
    );

    // A reload in the middle keeps the page, and Back still turns one.
    await page.reload();
    await page.locator("wedding-rsvp").evaluate((form) => form.setAttribute("history", ""));
    await heading(page, "A few questions").waitFor();
    await page.waitForFunction(() => history.state["wedding-rsvp"].at === 4);
    await page.goBack();
    await heading(page, /Jonas Berg/).waitFor();
    await page.goForward();
    await heading(page, "A few questions").waitFor();

    // Sent: one Back leaves the page instead of going through a reply that is gone.
    await next(page, "Does this look right?");
    await page.getByRole("button", { name: "Send our reply" }).click();
    await heading(page, "Thank you!").waitFor();
    await page.waitForFunction(() => history.state["wedding-rsvp"].at === 0);
    assert.equal(await heading(page, "Thank you!").count(), 1);

    // Gone from the page: nobody listens any more.
    await page.getByRole("button", { name: "Change our reply" }).click();
    await next(page, /Ana Silva/);
    const state = await page.locator("wedding-rsvp").evaluate((form) => {
      form.remove();
      return history.state["wedding-rsvp"].at;
    });
    assert.equal(state, 1);
    await page.goBack();
    assert.equal(await page.evaluate(() => history.state["wedding-rsvp"].at), 0);
    await page.close();
  }));

Deno.test("without `history` the browser's history is left alone; `step` tells the step and goes where one can", () =>
  onStage(async (stage) => {
    const page = await onQuestions(stage);
    const entries = await page.evaluate(() => history.length);
    assert.deepEqual(await stepOf(page), ["questions", "questions"]);
    const told = await page.locator("wedding-rsvp").evaluate((form) => {
      const told: string[] = [];
      form.addEventListener("rsvp-step", () => told.push("rsvp-step"));
      Object.assign(globalThis, { told });
      return told.length;
    });
    const go = (step: string) =>
      page.locator("wedding-rsvp").evaluate(async (form, step) => {
        form.setAttribute("step", step);
        await Reflect.get(form, "updateComplete");
        return form.getAttribute("step");
      }, step);

    const went = [];
    for (
      const step of ["coming", "review", "guests", "thanks", "closed", "nonsense", "questions"]
    ) {
      went.push(await go(step));
    }

    assert.deepEqual(went, [
      "coming",
      "review",
      "guests",
      "guests",
      "guests",
      "guests",
      "questions",
    ]);
    await heading(page, "A few questions").waitFor();
    assert.equal(await go("find"), "find");
    await page.getByLabel("Your name").waitFor();
    assert.equal(await go("review"), "find");
    // The page knows where it sent the guest: it is told of the guest's own steps only.
    assert.equal(told, 0);
    assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "told")), []);
    // A form that is begun anew where it stands takes the focus again with the guest's next step.
    await page.locator("wedding-rsvp").evaluate((form) => Reflect.get(form, "reset").call(form));
    await page.getByLabel("Your name").fill("Ana Silva");
    await page.getByRole("button", { name: "Find my invitation" }).click();
    await heading(page, "A few questions").waitFor();
    assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "told")), ["rsvp-step"]);
    assert.equal(
      await page.locator("wedding-rsvp").evaluate((form) =>
        form.shadowRoot?.activeElement?.tagName
      ),
      "H2",
    );
    assert.deepEqual(
      await page.evaluate(() => [history.length, history.state]),
      [entries, null],
    );
    await page.close();
  }));

Deno.test("a div that comes after the script is upgraded, and the page's own fetch carries the counter too", () =>
  onStage(async (stage) => {
    const page = await openPage(stage);
    await page.goto(stage.server.page);
    await page.getByLabel("Your name").waitFor();

    await page.evaluate(() => {
      document.querySelector("wedding-rsvp")?.remove();
      document.querySelector("main")?.insertAdjacentHTML(
        "beforeend",
        '<section><div data-wedding-rsvp="emma-and-james" data-theme="modern">Reply</div></section>',
      );
    });
    await page.locator('div > wedding-rsvp[theme="modern"]').getByLabel("Your name").waitFor();
    assert.equal(await page.locator("wedding-rsvp").count(), 1);

    const asked = await page.evaluate(async () => {
      const asked: string[] = [];
      const form = Object.assign(document.createElement("wedding-rsvp"), {
        site: "emma-and-james",
        fetch: (...request: Parameters<typeof fetch>) => {
          asked.push(new URL(String(request[0])).pathname.split("/").slice(4).join("/"));
          return fetch(...request);
        },
      });
      const server = document.querySelector("wedding-rsvp");
      Object.assign(form, { server: Reflect.get(server ?? form, "server") });
      document.body.append(form);
      while (!asked.includes("live")) await new Promise((next) => setTimeout(next, 20));
      return asked;
    });
    assert.ok(asked.includes("live"));
    await page.close();
  }));
