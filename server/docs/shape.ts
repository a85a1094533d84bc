import { html } from "hono/html";
import type { Schema } from "./document.ts";

/** HTML that is already safe. */
export type Html = ReturnType<typeof html>;

const nothing = html``;

/** A JSON Schema written the way a programmer would write the type, with links to named ones. */
export function shapeOf(schema: Schema): Html {
  if (schema.$ref) return link(schema.$ref.split("/").at(-1) ?? "");
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return joined(either.map(shapeOf), " | ");
  if (schema.enum) return joined(schema.enum.map(literal), " | ");
  if ("const" in schema) return literal(schema.const);
  const { type } = schema;
  if (Array.isArray(type)) {
    return joined(type.map((one) => shapeOf({ ...schema, type: one })), " | ");
  }
  switch (type) {
    case "object":
      return objectShape(schema);
    case "array":
      return listShape(schema.items ?? {});
    case "string":
      return html`<span class="t">${stringShape(schema)}</span>`;
    default:
      return html`<span class="t">${type ?? "anything"}</span>`;
  }
}

function objectShape(schema: Schema): Html {
  const { properties, propertyNames, additionalProperties, required = [] } = schema;
  const fields = Object.entries(properties ?? {}).map(([name, field]) =>
    fieldShape(name, field, required.includes(name))
  );
  if (typeof additionalProperties === "object") {
    const key = propertyNames ? shapeOf(propertyNames) : html`<span class="t">string</span>`;
    fields.push(html`<div>[${key}]: ${shapeOf(additionalProperties)}</div>`);
  }
  if (fields.length === 0) return html`{}`;
  return html`{<div class="in">${fields}</div>}`;
}

function fieldShape(name: string, field: Schema, required: boolean): Html {
  const remarks = remarksOf(field);
  const remark = remarks ? html`<span class="r"> ${remarks}</span>` : nothing;
  return html`<div><b>${name}</b>${required ? "" : "?"}: ${shapeOf(field)}${remark}</div>`;
}

function listShape(items: Schema): Html {
  const several = items.anyOf || items.oneOf || items.enum;
  return several ? html`(${shapeOf(items)})[]` : html`${shapeOf(items)}[]`;
}

/** `guest_…` for an id, the format's name where there is one. */
function stringShape({ pattern, format }: Schema): string {
  const kind = /^\^([a-z]+_)\[0-9a-z\]\{1,32\}\$$/.exec(pattern ?? "")?.[1];
  return kind ? `${kind}…` : format ?? "string";
}

function remarksOf(field: Schema): string {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, examples } = field;
  const isId = /^\^[a-z]+_/.test(field.pattern ?? "");
  const { pattern = "" } = field;
  return [
    rangeOf(minLength, maxLength, "characters"),
    rangeOf(minimum, maximum, ""),
    rangeOf(minItems, maxItems, "of them"),
    "default" in field ? `default ${JSON.stringify(field.default)}` : "",
    examples?.length ? `such as ${String(examples[0])}` : "",
    pattern && !isId && !examples && pattern.length <= 60 ? `/${pattern}/` : "",
    field.description ?? "",
  ].filter(Boolean).join("; ");
}

function rangeOf(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return "";
  const range = most === undefined
    ? `at least ${least}`
    : least === undefined
    ? `at most ${most.toLocaleString("en")}`
    : `${least} to ${most.toLocaleString("en")}`;
  return unit ? `${range} ${unit}` : range;
}

function literal(value: unknown): Html {
  return html`<span class="l">${JSON.stringify(value)}</span>`;
}

function link(name: string): Html {
  return html`<a href="#shape-${name}">${name}</a>`;
}

function joined(parts: Html[], between: string): Html {
  return html`${parts.map((part, index) => index === 0 ? part : html`${between}${part}`)}`;
}
