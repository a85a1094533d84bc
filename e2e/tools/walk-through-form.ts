import type { Page } from "playwright-core";

/** Answers the demo's invitation of Ana Silva from the first step to the thanks, and stops on each to look. */
export async function walkThroughForm(
  page: Page,
  look: (step: string) => Promise<void>,
): Promise<void> {
  const next = async (heading: string | RegExp) => {
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: heading, level: 2 }).waitFor();
  };
  const arrive = (heading: string) =>
    page.getByRole("heading", { name: heading, level: 2 }).waitFor();

  await page.getByLabel("Your name").waitFor();
  await look("1-find");
  await page.getByLabel("Your name").fill("Nobody Atall");
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await page.getByText("We couldn’t find that name").first().waitFor();
  await look("2-not-found");
  await page.getByLabel("Your name").fill("ana silva");
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await arrive("Will you be there?");
  await look("3-coming");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator(".trouble").first().waitFor();
  await look("4-coming-missing");
  await page.getByRole("button", { name: "We’ll all be there" }).click();
  await page.getByLabel("Who will come with you?").fill("Jonas Berg");

  await next(/Ana Silva/);
  await page.getByRole("radio", { name: /Sea bass/ }).check();
  await page.getByRole("radio", { name: "Yes" }).first().check();
  await page.getByRole("checkbox", { name: "Vegetarian" }).check();
  await page.getByRole("checkbox", { name: "Nuts", exact: true }).check();
  await page.getByRole("radio", { name: "Life-threatening" }).check();
  await look("5-guest");
  await next(/Leo Silva/);
  await page.getByRole("radio", { name: /Children’s pasta/ }).check();
  await page.getByRole("radio", { name: "No, nothing" }).check();
  await next(/Jonas Berg/);
  await page.getByRole("radio", { name: /Slow-roast lamb/ }).check();
  await page.getByRole("radio", { name: "No, nothing" }).check();
  await next("A few questions");
  await page.getByLabel("Which song gets you dancing?").fill("Dancing Queen");
  await look("6-questions");
  await next("Does this look right?");
  await look("7-review");
  await page.getByRole("button", { name: "Send our reply" }).click();
  await arrive("Thank you!");
  await look("8-thanks");
  await page.getByRole("button", { name: "Change our reply" }).click();
  await arrive("Will you be there?");
  await look("9-change");
}
