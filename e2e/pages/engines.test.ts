import assert from "node:assert/strict";
import { until } from "../../server/testing/until.ts";
import { headcountOf, mains, meals } from "../../server/testing/fixtures-replies.ts";
import type { Engine } from "../tools/engine.ts";
import { findFirefox, launchFirefox } from "../tools/firefox.ts";
import { tell } from "../tools/tell.ts";
import { findWebkit, launchWebkit } from "../tools/webkit.ts";
import { handsOn } from "./tools/hands.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";

// Where everything is to be tried, the gate has installed them before.
const needed = Deno.env.get("CI") === "true";
const [firefox, webkit] = [await findFirefox(), await findWebkit()];
const engines: Record<string, (() => Promise<Engine>) | undefined> = {
  Firefox: firefox ? () => launchFirefox(firefox) : undefined,
  WebKit: webkit ? () => launchWebkit(webkit) : undefined,
};

const paper = `frames[0]?.document.querySelector("wedding-rsvp")?.shadowRoot`;
const measured = `({
  width: frames[0].document.documentElement.scrollWidth,
  overflowing: [...${paper}.querySelectorAll("h2, p:not(.hidden), button, label, input")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
    .map((one) => one.outerHTML),
})`;
interface Measured {
  width: number;
  overflowing: string[];
}

for (const [name, launch] of Object.entries(engines)) {
  if (!launch) tell(`no ${name} here: the form was not tried in it`);
  const ignore = !launch && !needed;

  Deno.test({
    name:
      `in ${name} a family replies after coming back to its draft, and reads Arabic at 320 pixels`,
    ignore,
    async fn() {
      assert.ok(launch, `There is no ${name} here.`);
      await using stage = await openStage();
      await using engine = await launch();
      await reply(stage, engine);
      await readArabic(stage, engine);
      tell(`${engine.name}: a family replied, and read Arabic`);
    },
  });
}

async function reply(stage: Stage, engine: Engine): Promise<void> {
  await stage.family("Ana Silva");
  const { see, press, type } = handsOn(engine);
  const address = stage.put("/ours", ourPage(stage.script + stage.element));

  await engine.open(address);
  await type("Your name", "ana silva");
  await press("Find my invitation");
  await see("Will you be there?");
  await press("We’ll all be there");
  await type("Who will come with you?", "Jonas Berg");
  await press("Continue");
  await press("Sea bass");

  await engine.open(address);
  await see("We kept what you filled in on this device.");
  await see("What would Ana Silva like to eat?");
  await press("No, nothing");
  await press("Continue");
  await press("Pasta");
  await press("No, nothing");
  await press("Continue");
  await press("Roast");
  await press("No, nothing");
  await press("Continue");
  await type("Which song gets you dancing?", "Dancing Queen");
  await press("Continue");
  await see("Does this look right?");
  await press("Send our reply");
  await see("Thank you!");

  const { site, dinner } = stage.wedding;
  const headcount = await headcountOf(stage.deps, site, dinner);
  assert.equal(headcount.attending, 3);
  assert.deepEqual(headcount.meals[mains], {
    [meals.fish]: 1,
    [meals.pasta]: 1,
    [meals.roast]: 1,
  });
}

async function readArabic(stage: Stage, engine: Engine): Promise<void> {
  const { token } = await stage.family("Zoë Brown");
  const put = (path: string, given: string) =>
    stage.put(path, ourPage(stage.script + stage.element.replace(">", ` lang="ar"${given}>`)));

  // The visit before this one is over: what it kept would open the other family's reply.
  await engine.evaluate("sessionStorage.clear()");
  for (const page of [put("/find", ""), put("/coming", ` guest-token="${token}"`)]) {
    // Windows are not as narrow in every engine; a frame is.
    const frame = `<iframe src="${page}" width="320" height="900" style="border:0"></iframe>`;
    await engine.open(stage.put("/narrow", ourPage(frame)));
    await until(
      `${engine.name} draws ${page} from right to left`,
      () => engine.evaluate(`Boolean(${paper}?.querySelector("[dir=rtl] h2"))`),
    );
    const { width, overflowing } = await engine.evaluate(measured) as Measured;

    assert.equal(width, 320);
    assert.deepEqual(overflowing, []);
  }
}
