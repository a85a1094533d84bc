import { html } from "hono/html";
import type { Answer, Content, OpenapiDocument, Operation, Parameter } from "./document.ts";
import { type Html, shapeOf } from "./shape.ts";

export interface Located {
  method: string;
  path: string;
  operation: Operation;
}

/** One operation: a line that opens. */
export function operationHtml({ method, path, operation }: Located, document: OpenapiDocument) {
  return html`
    <details class="op">
      <summary>
        <span class="m ${method}">${method.toUpperCase()}</span>
        <code>${pathHtml(path)}</code>
        <span class="s">
          <span class="w">${whoWords[operation["x-who"] ?? "anyone"] ?? ""}</span>
          ${ticked(operation.summary)}
        </span>
      </summary>
      <div class="b" id="${operation.operationId}">
        ${parametersHtml(operation, document)}
        ${operation.requestBody ? contentHtml("Send", operation.requestBody.content, document) : ""}
        ${Object.entries(operation.responses).map(([status, answer]) =>
          "$ref" in answer ? "" : answerHtml(status, answer, document)
        )}
        ${problemsHtml(operation)}
      </div>
    </details>
  `;
}

const whoWords: Record<string, string> = {
  anyone: "anyone",
  visitor: "any visitor",
  guest: "a guest",
  person: "signed in",
  viewer: "viewer and up",
  planner: "planner and up",
  owner: "owner",
};

function pathHtml(path: string): Html {
  const parts = path.split(/(\{\w+\})/).map((part) =>
    part.startsWith("{") ? html`<i>${part}</i>` : part
  );
  // Long paths break before a slash.
  return html`${
    parts.map((part) =>
      typeof part === "string"
        ? part.split("/").map((word, index) => index === 0 ? word : html`<wbr>/${word}`)
        : part
    )
  }`;
}

/** Text in which `…` is code. */
export function ticked(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => index % 2 ? html`<code>${part}</code>` : part)}`;
}

function parametersHtml({ parameters = [] }: Operation, document: OpenapiDocument): Html {
  const rows = parameters.map((parameter) => {
    const { name, in: where, required, description, schema } = resolved(parameter, document);
    return html`
      <div>
        <b>${name}</b>${required ? "" : "?"}: ${shapeOf(schema)}
        <span class="r">${where}${description ? html`; ${ticked(description)}` : ""}</span>
      </div>
    `;
  });
  return rows.length
    ? html`
      <p class="h">With</p>
      <div class="shape">${rows}</div>
    `
    : html``;
}

function resolved(parameter: Parameter | { $ref: string }, document: OpenapiDocument): Parameter {
  if (!("$ref" in parameter)) return parameter;
  const name = parameter.$ref.split("/").at(-1) ?? "";
  const found = document.components.parameters[name];
  if (!found) throw new Error(`The document has no parameter ${name}.`);
  return found;
}

function answerHtml(status: string, { content }: Answer, document: OpenapiDocument): Html {
  if (!content) {
    return html`
      <p class="h">Answer ${status}</p>
      <div class="shape">nothing</div>
    `;
  }
  if ("application/problem+json" in content) return html``;
  return contentHtml(`Answer ${status}`, content, document);
}

function contentHtml(title: string, content: Content, { components }: OpenapiDocument): Html {
  const parts = Object.entries(content).map(([type, { schema }]) => {
    const name = schema.$ref?.split("/").at(-1);
    const what = name ? html`<a href="#shape-${name}">${name}</a>` : type;
    const shape = name ? components.schemas[name] ?? {} : schema;
    return html`
      <p class="h">${title} <small>${what}</small></p>
      <div class="shape">${shapeOf(shape)}</div>
    `;
  });
  return html`${parts}`;
}

/** Those of its own; every request can meet the others. */
function problemsHtml({ responses }: Operation): Html {
  const codes = Object.entries(responses).flatMap(([status, answer]) => {
    const schema = "content" in answer && answer.content?.["application/problem+json"]?.schema;
    const told = (schema || undefined)?.properties?.code?.enum ?? [];
    return told.map((code) =>
      html`<li><a href="#problem-${code}">${String(code)}</a> <small>${status}</small></li>`
    );
  });
  return codes.length
    ? html`
      <p class="h">Problems</p>
      <ul class="codes">${codes}</ul>
    `
    : html``;
}
