import { type ProblemCode, problems } from "../../shared/problems.ts";
import { bodyLimitOf } from "../http/body-limit.ts";
import type { AnyRoute, Who } from "../http/route.ts";
import type { Answer, Content, Operation, Parameter, Reference, Schema } from "./document.ts";
import type { JsonSchemas } from "./json-schemas.ts";
import { problemsOf } from "./problems-of.ts";
import { resolve } from "./refs.ts";

// Parameters that are called what their ids start with.
const ids = new Set(
  ["member", "event", "party", "guest", "vendor", "endpoint", "delivery", "key", "note", "import"],
);

const byMember = [{ apiKey: [] }, { session: [] }];

const security: Record<Who, Operation["security"]> = {
  anyone: [],
  visitor: [],
  guest: [{ personalLink: [] }],
  person: [{ session: [] }],
  viewer: byMember,
  planner: byMember,
  owner: byMember,
};

/** One route as OpenAPI says it. */
export function operationOf(route: AnyRoute, schemas: JsonSchemas): Operation {
  const parameters = [
    ...pathParameters(route),
    ...queryParameters(route, schemas),
    ...(route.suspicion ? [{ $ref: "#/components/parameters/Proof" }] : []),
    ...(route.idempotent ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
    ...(route.produces === "text/event-stream"
      ? [{ $ref: "#/components/parameters/LastEventId" }]
      : []),
  ];
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [route.tag],
    "x-who": route.who,
    security: [...security[route.who], ...(route.linkInQuery ? [{ personalLinkInQuery: [] }] : [])],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: requestBody(route, schemas.sent(route.body)) } : {}),
    ...(route.takes ? { requestBody: fileBody(route, route.takes) } : {}),
    responses: answersOf(route, schemas),
  };
}

/** `/v1/sites/:site/…` → `/v1/sites/{site}/…` */
export function documentPath(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

function operationIdOf({ method, path }: AnyRoute): string {
  const words = path.replace(/^\/v1/, "").split("/").filter(Boolean);
  const named = words.map((word) => word.startsWith(":") ? `by-${word.slice(1)}` : word);
  return [method.toLowerCase(), ...named].join("-").replace(/[^\w-]+/g, "-");
}

function pathParameters({ path }: AnyRoute): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    ...(name === "site" ? { description: "The site's short name, or its id" } : {}),
    schema: ids.has(name)
      ? { type: "string", pattern: `^${name}_[0-9a-z]{1,32}$` }
      : { type: "string" },
  }));
}

function queryParameters({ query }: AnyRoute, schemas: JsonSchemas): Parameter[] {
  if (!query) return [];
  const { properties = {}, required = [] } = resolve(schemas.sent(query), schemas.components);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    ...(required.includes(name) ? { required: true } : {}),
    ...(description ? { description } : {}),
    schema,
  }));
}

function requestBody(route: AnyRoute, schema: Schema) {
  const bodyLimit = bodyLimitOf(route);
  const description = `At most ${bodyLimit / 1024} kB.`;
  return { required: true, description, content: { "application/json": { schema } } } as const;
}

function fileBody(
  route: AnyRoute,
  takes: readonly string[],
): NonNullable<Operation["requestBody"]> {
  const file: Schema = { type: "string", format: "binary" };
  const form: Schema = {
    type: "object",
    properties: { file, text: { type: "string", description: "What was pasted instead" } },
  };
  return {
    required: true,
    description: `At most ${bodyLimitOf(route) / 1024} kB.`,
    content: Object.fromEntries(
      takes.map((type) => [type, { schema: type === "multipart/form-data" ? form : file }]),
    ),
  };
}

function answersOf(route: AnyRoute, schemas: JsonSchemas): Operation["responses"] {
  const content = contentOf(route, schemas);
  const answers = problemAnswers(route);
  const headers = { "x-request-id": { $ref: "#/components/headers/RequestId" } };
  const answer = (description: string, content: Content | undefined): Answer => ({
    description,
    headers,
    ...(content ? { content } : {}),
  });
  const status = route.status ?? (content ? 200 : 204);
  answers[status] = answer("Done", content);
  if (route.tells) {
    const events = textOf("text/event-stream");
    answers[200] = answer("Done", status === 200 ? { ...content, ...events } : events);
  }
  if (route.tagged) answers[304] = answer("As it was", undefined);
  if (route.otherStatus) answers[route.otherStatus] = answer("Not so", content);
  return answers;
}

function contentOf({ answer, produces }: AnyRoute, schemas: JsonSchemas): Content | undefined {
  if (answer) return { "application/json": { schema: schemas.told(answer) } };
  return produces ? textOf(produces) : undefined;
}

function textOf(type: string): Content {
  return { [type]: { schema: { type: "string" } } };
}

function problemAnswers(route: AnyRoute): Record<string, Answer | Reference> {
  const byStatus = Map.groupBy(problemsOf(route), (code) => problems[code].status);
  const answers = [...byStatus].map(([status, codes]) => [status, problemAnswer(status, codes)]);
  return { ...Object.fromEntries(answers), ...always };
}

// Whatever is asked.
const always = {
  500: { $ref: "#/components/responses/Unexpected" },
  503: { $ref: "#/components/responses/Away" },
};

/** An answer that is one of these problems. */
export function problemAnswer(status: number, codes: ProblemCode[]): Answer {
  const headers: Record<string, Reference> = {
    "x-request-id": { $ref: "#/components/headers/RequestId" },
    ...(status === 428 || status === 429 || status === 503
      ? { "retry-after": { $ref: "#/components/headers/RetryAfter" } }
      : {}),
  };
  const schema: Schema = {
    allOf: [{ $ref: "#/components/schemas/Problem" }],
    properties: { code: { enum: codes } },
  };
  return {
    description: codes.map((code) => problems[code].title).join("; "),
    headers,
    content: { "application/problem+json": { schema } },
  };
}
