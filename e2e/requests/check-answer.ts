import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Answer, OpenapiDocument, Operation, Schema } from "../../server/docs/document.ts";

/** What came back. */
export interface Came {
  status: number;
  headers: Headers;
  text: string;
}

/** What was asked for: an operation, or something that is none. */
interface Asked {
  operation: Operation | undefined;
  method: string;
  odd: boolean;
}

/** Says what is wrong with an answer to this operation; undefined: nothing. */
export type CheckAnswer = (asked: Asked, came: Came) => string | undefined;

/** Checks answers against the document: status, media type, headers and body. */
export function answerChecker(document: OpenapiDocument): CheckAnswer {
  const { components } = document;
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", components });
  const compiled = new Map<Schema, ValidateFunction>();

  function fits(schema: Schema, value: unknown): string | undefined {
    const check = compiled.get(schema) ?? ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/')),
    );
    compiled.set(schema, check);
    return check(value) ? undefined : ajv.errorsText(check.errors);
  }

  function answerOf({ responses }: Operation, status: number): Answer | undefined {
    const answer = responses[status];
    if (!answer || !("$ref" in answer)) return answer;
    return components.responses[answer.$ref.split("/").at(-1) ?? ""];
  }

  function headersFit({ headers = {} }: Answer, came: Headers): string | undefined {
    for (const [name, stated] of Object.entries(headers)) {
      const value = came.get(name);
      if (value === null) return `the header ${name} is missing`;
      const told = "$ref" in stated
        ? components.headers[stated.$ref.split("/").at(-1) ?? ""]
        : stated;
      const wrong = told && fits(told.schema, value);
      if (wrong) return `the header ${name} is ${value}: ${wrong}`;
    }
  }

  function bodyFits(content: Answer["content"], { headers, text }: Came): string | undefined {
    const type = headers.get("content-type")?.split(";")[0] ?? "";
    if (!content) return text === "" ? undefined : `a body of ${type} where none is stated`;
    const stated = content[type];
    if (!stated) return `the type ${type || "of nothing"}, stated are ${Object.keys(content)}`;
    if (!type.endsWith("json")) return undefined;
    try {
      return fits(stated.schema, JSON.parse(text));
    } catch (error) {
      return `the body is no JSON: ${String(error)}`;
    }
  }

  return ({ operation, method, odd }, came) => {
    const { status, headers } = came;
    if (status >= 500) return `it answers ${status}`;
    if (headers.has("x-injected")) return "a header was slipped in";
    if (!/^req_/.test(headers.get("x-request-id") ?? "")) return "the answer has no id";
    if (method === "OPTIONS" && status === 204) return undefined;
    const isStray = status === 405 || method === "OPTIONS" || (odd && status === 404);
    const answer = isStray || !operation ? strayAnswer : answerOf(operation, status);
    if (!answer) return `it answers ${status}, which the document does not know`;
    // Of what is no part of the API, only refusals have a form.
    if (!operation && status < 400) return undefined;
    const wrong = headersFit(answer, headers);
    if (wrong || method === "HEAD") return wrong;
    return bodyFits(answer.content, came);
  };
}

/** Of addresses where nothing is, methods that nothing takes and preflights. */
const strayAnswer: Answer = {
  description: "A problem",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};
