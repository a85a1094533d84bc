import assert from "node:assert/strict";
import { repository, repositoryFiles } from "../tools/repository.ts";
import { elementIn, makeManifest, manifestPath } from "./manifest.ts";

const manifest = await makeManifest();
const element = elementIn(manifest.modules[0]?.declarations ?? []);

const paths = (await repositoryFiles()).filter((path) =>
  /^widget\/.*\.ts$/.test(path) && !/\.test\.ts$|^widget\/(testing|words)\//.test(path)
);
const sources = await Promise.all(
  paths.map((path) => Deno.readTextFile(new URL(path, repository))),
);
// What the doc block itself says proves nothing.
const code = sources.map((text) => text.replace(/\/\*\*.*?\*\//gs, ""));

/** What an attribute or property may be called, as the sources write it: `step`, `button`, `primary` … */
function used(pattern: RegExp): { written: Set<string>; computed: Set<string> } {
  const written = new Set<string>();
  const computed = new Set<string>();
  for (const text of code) {
    for (const [, value = ""] of text.matchAll(pattern)) {
      const words = value.replace(/\$\{[^}]*\}/g, " ").split(/\s+/).filter(Boolean);
      words.forEach((word) => written.add(word));
      // A name that is put together comes from the same file's strings.
      if (!value.includes("${")) continue;
      for (const [word] of text.matchAll(/(?<=["'` ])[a-z][a-z-]*(?=["'` ])/g)) computed.add(word);
    }
  }
  return { written, computed };
}

function holdTogether(
  what: string,
  named: string[],
  { written, computed }: ReturnType<typeof used>,
) {
  const undocumented = [...written].filter((name) => !named.includes(name));
  assert.deepEqual(undocumented, [], `${what} without a line in the element's doc block`);
  const unused = named.filter((name) => !written.has(name) && !computed.has(name));
  assert.deepEqual(unused, [], `${what} in the doc block that nothing in widget/ uses`);
}

Deno.test("custom-elements.json says what the element's doc block says", async () => {
  const committed = JSON.parse(await Deno.readTextFile(new URL(manifestPath, repository)));

  assert.deepEqual(committed, JSON.parse(JSON.stringify(manifest)), "run `deno task manifest`");
});

Deno.test("every part that can be styled is documented, and nothing else is", () => {
  const step = element.cssParts?.find(({ name }) => name === "step")?.description ?? "";
  const steps = [...step.matchAll(/`([a-z]+)`/g)].map(([, name = ""]) => name);
  const named = (element.cssParts ?? []).map(({ name }) => name);
  const parts = used(/part="([^"]*)"/g);

  holdTogether("parts", named, {
    ...parts,
    // The step's part is also called as the step is.
    written: new Set([...parts.written].filter((name) => !steps.includes(name))),
  });
  assert.ok(steps.length > 4 && named.length > 20);
});

// What only arranges, is not seen, or is another's part already.
const partless = /^(hidden|probe|short|tall|half|gap|box|whole|all|beside|opened|quiet|\$\{.*)$/;

Deno.test("whatever has a look of its own is a part", () => {
  const tags = code.flatMap((text) => text.match(/<[a-z][^<>]*\sclass="[^"]*"[^<>]*>/g) ?? []);

  const closed = tags.filter((tag) => {
    const [first = ""] = /class="([^"]*)"/.exec(tag)?.[1]?.split(" ") ?? [];
    return !/\spart="/.test(tag) && !partless.test(first);
  });

  assert.deepEqual(closed, []);
  assert.ok(tags.length > 30);
});

Deno.test("every place for the page's own words is documented, and nothing else is", () => {
  const named = (element.slots ?? []).map(({ name }) => name);

  holdTogether("slots", named, used(/<slot name="([^"]*)"/g));
  assert.ok(named.length > 0);
});

Deno.test("every custom property that is read is documented, and nothing else is", () => {
  const named = (element.cssProperties ?? []).map(({ name }) =>
    name.replace("--wedding-rsvp-", "")
  );

  holdTogether("custom properties", named, used(/--wedding-rsvp-((?:[a-z-]|\$\{[^}]*\})+)/g));
  assert.ok(named.length > 5);
});

Deno.test("every attribute, property, method and event has words", () => {
  const offered = [
    ...(element.attributes ?? []),
    ...(element.members ?? []),
    ...(element.events ?? []),
  ];
  const attributes = new Map(element.attributes?.map((one) => [one.name, one.description]));

  const silent = offered.filter((one) => {
    const attribute = "attribute" in one ? one.attribute : undefined;
    return !one.description && !attributes.get(String(attribute));
  });

  assert.deepEqual(silent.map(({ name }) => name), []);
});

Deno.test("the events in the doc block are the classes that the element fires, under their names", async () => {
  const text = await Deno.readTextFile(new URL("widget/rsvp-events.ts", repository));
  const fired = [...text.matchAll(/export class (\w+) extends RsvpEvent \{.*?super\("([\w-]+)"/gs)]
    .map(([, type, name]) => `${name}: ${type}`);

  const documented = (element.events ?? []).map(({ name, type }) => `${name}: ${type.text}`);

  assert.deepEqual(documented.toSorted(), fired.toSorted());
});
