import { changeData } from "../../shared/changes.ts";
import { noticeData } from "../../shared/notices.ts";
import { problems } from "../../shared/problems.ts";
import type { AnyRoute } from "../http/route.ts";
import type { OpenapiDocument, PathItem, Schema } from "./document.ts";
import { jsonSchemas } from "./json-schemas.ts";
import { documentPath, operationOf, problemAnswer } from "./operation.ts";
import { deliveryHeaders, webhooksOf } from "./webhooks.ts";

const description =
  "A form for wedding guests on the couple's own page, and signed news of every " +
  "headcount for those who cook, seat and drive them.";

/** The contract as OpenAPI 3.1, made of the routes and the schemas that check what comes in. */
export function openapiDocument(
  allRoutes: readonly AnyRoute[],
  { publicUrl }: { publicUrl: string },
): OpenapiDocument {
  // Pages for people and scripts for browsers are no part of the contract.
  const routes = allRoutes.filter(({ path, answer }) => path.startsWith("/v1/") || answer);
  const schemas = jsonSchemas({
    sent: routes.flatMap(({ body, query }) => [body, query].filter((schema) => !!schema)),
    told: [
      ...routes.flatMap(({ answer }) => answer ?? []),
      ...Object.values(changeData),
      ...Object.values(noticeData),
    ],
  });
  const paths: Record<string, PathItem> = {};
  for (const route of routes) {
    const item = paths[documentPath(route.path)] ??= {};
    item[route.method.toLowerCase()] = operationOf(route, schemas);
  }
  return {
    openapi: "3.1.1",
    info: { title: "Wedding RSVP", version: "1", description },
    servers: [{ url: publicUrl }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    webhooks: webhooksOf(schemas),
    components: {
      schemas: { ...schemas.components, Problem: problemSchema },
      parameters: { ...deliveryHeaders, ...sentHeaders },
      headers: {
        RequestId: {
          description: "Names the request in the server's log",
          schema: { type: "string", pattern: "^req_" },
        },
        RetryAfter: {
          description: "Seconds after which another try makes sense",
          schema: { type: "string", pattern: "^\\d+$" },
        },
      },
      responses: {
        Unexpected: problemAnswer(500, ["unexpected"]),
        Away: problemAnswer(503, ["database-away", "stopping"]),
      },
      securitySchemes,
    },
  };
}

const problemSchema: Schema = {
  description: "A problem, as RFC 9457 shapes it. `code` is the contract.",
  type: "object",
  properties: {
    type: { type: "string", description: "`/problems/<code>`, where it is explained" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { enum: Object.keys(problems) },
    detail: { type: "string", description: "A sentence for whoever sent the request" },
    instance: { type: "string", description: "Id of the request in the server's log" },
    issues: {
      description: "What is wrong where, for `invalid-input`",
      type: "array",
      items: {
        type: "object",
        properties: {
          path: { type: "array", items: { anyOf: [{ type: "string" }, { type: "integer" }] } },
          message: { type: "string" },
        },
        required: ["path", "message"],
      },
    },
  },
  required: ["type", "title", "status", "code"],
};

const sentHeaders: OpenapiDocument["components"]["parameters"] = {
  IdempotencyKey: {
    name: "idempotency-key",
    in: "header",
    required: true,
    description: "The same for every try of one submission: however often it arrives, it counts " +
      "once. With another body it is refused.",
    schema: { type: "string", pattern: "^[A-Za-z0-9_-]{8,64}$" },
  },
  Proof: {
    name: "proof",
    in: "header",
    description:
      "The solution of the `challenge` that came with `proof-needed`: ALTCHA's payload " +
      "(version 2), JSON in base64. Without one, `retry-after` says when the next call is free.",
    schema: { type: "string" },
  },
  LastEventId: {
    name: "last-event-id",
    in: "header",
    description: "Number of the last change you heard of; what came after it is told first.",
    schema: { type: "string", pattern: "^\\d+$" },
  },
};

const securitySchemes = {
  personalLink: {
    type: "http",
    scheme: "bearer",
    description: "The token of a party's personal link (`#rsvp=…`), or of a found invitation.",
  },
  personalLinkInQuery: {
    type: "apiKey",
    in: "query",
    name: "rsvp",
    description: "The same token, for what a browser opens by itself.",
  },
  apiKey: {
    type: "http",
    scheme: "bearer",
    description: "An API key of one site. Its role says how much it may do.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-session",
    description: "Somebody who signed in by a mailed link, from the server's own pages.",
  },
};
