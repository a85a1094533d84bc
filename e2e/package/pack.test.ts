import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { findProgram } from "../tools/find-program.ts";
import { repository } from "../tools/repository.ts";
import { writeTypes } from "./types.ts";

const top = fileURLToPath(repository);

/** With Deno alone there is no npm: it runs its own. */
async function npm(): Promise<string[]> {
  if (await findProgram("npm")) return ["npm"];
  return [Deno.execPath(), "run", "-A", "--no-config", "--no-lock", "npm:npm@11.19.1"];
}

async function run(folder: string, ...[program = "", ...args]: string[]) {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd: folder,
    env: { NO_COLOR: "1" },
  }).output();
  const [out, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { ok: success, out: out ?? "", errors: errors ?? "" };
}

/** A project of somebody else's that has installed what `npm pack` makes of this one. */
async function aProject(files: Record<string, string>) {
  await writeTypes();
  const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-project-" });
  const packed = await run(top, ...await npm(), "pack", "--json", "--pack-destination", folder);
  assert.ok(packed.ok, packed.errors);
  const [{ filename, files: shipped }] = JSON.parse(packed.out);
  const modules = `${folder}/node_modules`;
  await Deno.mkdir(`${modules}/@types`, { recursive: true });
  await run(folder, "tar", "xzf", filename);
  await Deno.rename(`${folder}/package`, `${modules}/wedding-rsvp`);
  for (const name of ["react", "@types/react"]) {
    await Deno.symlink(await Deno.realPath(`${top}node_modules/${name}`), `${modules}/${name}`);
  }
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  const tsc = `${top}node_modules/typescript/lib/tsc.js`;
  const options =
    "--noEmit --strict --jsx react-jsx --lib es2022,dom --types react --target es2022";
  return {
    shipped: (shipped as { path: string }[]).map(({ path }) => path),
    compile: (...more: string[]) =>
      run(
        folder,
        Deno.execPath(),
        ...[
          "run",
          "-A",
          "--no-config",
          "--node-modules-dir=manual",
          tsc,
          ...options.split(" "),
          ...more,
        ],
        ...Object.keys(files),
      ),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

const page = `
import "wedding-rsvp";
import { RsvpSubmittedEvent, type RsvpStep, type WeddingRsvp } from "wedding-rsvp";

const form: WeddingRsvp | null = document.querySelector("wedding-rsvp");
const made: WeddingRsvp = document.createElement("wedding-rsvp");
made.site = "our-wedding";
made.guestToken = undefined;
made.words = { find: "Search", replyBy: (date) => date.toUpperCase() };
made.fetch = fetch;
form?.addEventListener("rsvp-submitted", (event) => {
  const changeNumber: number = event.changeNumber;
  const attending: boolean = event.attending;
  console.log(changeNumber, attending, event instanceof RsvpSubmittedEvent);
});
form?.addEventListener("rsvp-problem", ({ code }) => console.log(code === "invitation-not-found"));
const step: RsvpStep | undefined = form?.step;
made.updateComplete.then(() => made.focusFirst());
console.log(step === "thanks");
`;

const app = `
import type {} from "wedding-rsvp/react";
import { useRef } from "react";
import type { WeddingRsvp } from "wedding-rsvp";

export function Page({ token }: { token: string }) {
  const form = useRef<WeddingRsvp>(null);
  return (
    <main>
      <wedding-rsvp
        ref={form}
        site="our-wedding"
        guest-token={token}
        theme="classic"
        className="reply"
        style={{ marginTop: 20 }}
        onrsvp-submitted={(event) => console.log(event.changeNumber + 1)}
      >
        <p slot="intro">Welcome</p>
      </wedding-rsvp>
    </main>
  );
}
`;

Deno.test("the package holds the element, its types and its manifest, and nothing of the server", async () => {
  await using project = await aProject({});

  const others = project.shipped.filter((path) => !/^dist\/assets\/[\w-]+\.js$/.test(path));

  assert.deepEqual(others.toSorted(), [
    "LICENSE",
    "README.md",
    "dist/react.d.ts",
    "dist/wedding-rsvp.d.ts",
    "dist/wedding-rsvp.js",
    "package.json",
    "widget/custom-elements.json",
  ]);
});

Deno.test("a strict TypeScript project compiles with the package, events and properties typed", async () => {
  await using project = await aProject({ "page.ts": page, "app.tsx": app });

  for (const resolution of [["bundler", "esnext"], ["nodenext", "nodenext"]] as const) {
    const [how, module] = resolution;
    const { ok, out } = await project.compile("--moduleResolution", how, "--module", module);
    assert.equal(out, "");
    assert.ok(ok);
  }
});

Deno.test("what is wrong with the element does not compile", async () => {
  await using project = await aProject({
    "page.ts": `import "wedding-rsvp";
const form = document.createElement("wedding-rsvp");
form.addEventListener("rsvp-submitted", (event) => event.nothing);
form.site = 3;
form.words = { nothing: "" };
form.step = "nowhere";
`,
    "app.tsx": `import type {} from "wedding-rsvp/react";
export const wrong = <wedding-rsvp site={3} />;
export const unknown = <wedding-rsvp nothing="x" />;
export const code = <wedding-rsvp onrsvp-problem={(event) => event.changeNumber} />;
`,
  });

  const { out } = await project.compile("--moduleResolution", "bundler", "--module", "esnext");

  const places = [...out.matchAll(/^(\w+\.tsx?)\((\d+),/gm)].map(([, file, line]) =>
    `${file}:${line}`
  );
  assert.deepEqual(places.toSorted(), [
    ...["app.tsx:2", "app.tsx:3", "app.tsx:4"],
    ...["page.ts:3", "page.ts:4", "page.ts:5", "page.ts:6"],
  ]);
});

Deno.test("the package's addresses lead to files that it has", async () => {
  await using project = await aProject({});
  const { exports, types, customElements } = JSON.parse(
    await Deno.readTextFile(`${top}package.json`),
  );

  const named = JSON.stringify([Object.values(exports), types, customElements])
    .match(/(?<="\.\/)[^"]+(?=")/g) ?? [];

  assert.ok(named.length >= 5);
  assert.deepEqual(named.filter((path) => !project.shipped.includes(path)), []);
});
