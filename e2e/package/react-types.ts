import { elementIn, type makeManifest } from "./manifest.ts";

/** `<wedding-rsvp …>` for React 19's compiler, from the manifest: attributes, properties and events, with their words. */
export function reactTypes(manifest: Awaited<ReturnType<typeof makeManifest>>): string {
  const element = elementIn(manifest.modules[0]?.declarations ?? []);
  const { name: type, tagName, attributes = [], members = [], events = [] } = element;
  const fields = members.filter(({ kind }) => kind === "field");
  const wordsOf = new Map(attributes.map(({ name, description }) => [name, description]));

  const properties = fields.map(({ name, attribute, description }) => ({
    name,
    type: `${type}["${name}"]`,
    description: description ?? wordsOf.get(attribute ?? ""),
  }));
  const spelt = fields.filter(({ name, attribute }) => attribute && attribute !== name).map(
    ({ name, attribute = "" }) => ({
      name: attribute,
      type: `${type}["${name}"]`,
      description: wordsOf.get(attribute),
    }),
  );
  const handlers = events.map((event) => ({
    name: `on${event.name}`,
    type: `(event: ${event.type.text}) => void`,
    description: event.description,
  }));

  const lines = [...properties, ...spelt, ...handlers].map(({ name, type, description }) =>
    `  /** ${description} */\n  ${JSON.stringify(name)}?: ${parenthesised(type)} | undefined;`
  );
  const imported = [type, ...new Set(events.map((event) => event.type.text))].toSorted();
  return `// Written by \`deno task pack\`.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ${imported.join(", ")} } from "./wedding-rsvp.js";

interface Own${type}Props {
${lines.join("\n")}
}

/** ${element.description} */
export type ${type}Props =
  & Omit<DetailedHTMLProps<HTMLAttributes<${type}>, ${type}>, keyof Own${type}Props>
  & Own${type}Props;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "${tagName}": ${type}Props;
    }
  }
}
`;
}

function parenthesised(type: string): string {
  return type.includes("=>") ? `(${type})` : type;
}
