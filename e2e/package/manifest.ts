// `deno task manifest`: writes what the element says of itself into a file that editors and frameworks read.
import type { InitializeParams } from "@custom-elements-manifest/analyzer";
import { create } from "@custom-elements-manifest/analyzer/src/create.js";
import { litPlugin } from "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js";
import { z } from "zod";
import { repository } from "../tools/repository.ts";

/** Committed: a change of what the element offers shows in every diff. */
export const manifestPath = "widget/custom-elements.json";
/** What the package's users import. */
const published = "dist/wedding-rsvp.js";
const sources = ["widget/wedding-rsvp-element.ts", "widget/rsvp-events.ts"];

const textSchema = z.object({ text: z.string() });
const namedSchema = z.looseObject({ name: z.string(), description: z.string().optional() });
const memberSchema = namedSchema.extend({
  kind: z.string(),
  privacy: z.string().optional(),
  static: z.boolean().optional(),
  attribute: z.string().optional(),
  type: textSchema.optional(),
});
const classSchema = namedSchema.extend({
  kind: z.string(),
  tagName: z.string().optional(),
  members: z.array(memberSchema).optional(),
  attributes: z.array(namedSchema).optional(),
  events: z.array(namedSchema.extend({ type: textSchema })).optional(),
  slots: z.array(namedSchema).optional(),
  cssParts: z.array(namedSchema).optional(),
  cssProperties: z.array(namedSchema).optional(),
});
export type ClassEntry = z.infer<typeof classSchema>;

/** The part of the format that is ours to write: one module with all that it exports. */
const manifestSchema = z.object({
  modules: z.array(z.object({ declarations: z.array(classSchema) })),
});

/** The manifest as the sources stand now. */
export async function makeManifest() {
  const texts = await Promise.all(
    sources.map(async (path) =>
      [path, await Deno.readTextFile(new URL(path, repository))] as const
    ),
  );
  const modules: unknown[] = [];
  // It reads what its own copy of TypeScript has parsed, which it hands out here.
  const initialize = ({ ts }: InitializeParams) =>
    texts.forEach(([path, text]) =>
      modules.push(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true))
    );
  const plugins = [{ name: "sources", initialize }, ...litPlugin()];
  const made = manifestSchema.parse(create({ modules, plugins }));
  const declarations = made.modules.flatMap(({ declarations }) => declarations).map(publicOf);
  const element = elementIn(declarations);
  const reference = (name: string) => ({ name, module: published });
  return {
    schemaVersion: "1.0.0",
    readme: "README.md",
    modules: [{
      kind: "javascript-module",
      path: published,
      declarations,
      exports: [
        ...declarations.map(({ name }) => ({ kind: "js", name, declaration: reference(name) })),
        {
          kind: "custom-element-definition",
          name: element.tagName,
          declaration: reference(element.name),
        },
      ],
    }],
  };
}

export function elementIn(declarations: readonly ClassEntry[]): ClassEntry {
  const element = declarations.find(({ tagName }) => tagName);
  if (!element) throw new Error("No class has a @tag in its doc block.");
  return element;
}

function publicOf(declared: ClassEntry): ClassEntry {
  const members = declared.members?.filter((member) =>
    !member.static && (member.privacy ?? "public") === "public"
  );
  // Where it comes from is nobody's affair: the package brings it along.
  const { superclass: _, ...rest } = declared;
  return { ...rest, ...(members ? { members } : {}) };
}

if (import.meta.main) {
  const text = `${JSON.stringify(await makeManifest(), null, 2)}\n`;
  await Deno.writeTextFile(new URL(manifestPath, repository), text);
}
