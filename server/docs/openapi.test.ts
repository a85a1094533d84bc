import assert from "node:assert/strict";
import { type SpecData, Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { z } from "zod";
import { changeTypes, vendorChangeTypes } from "../../shared/changes.ts";
import { type ProblemCode, problems } from "../../shared/problems.ts";
import { submissionSchema } from "../../shared/reply.ts";
import { newSiteSchema, siteSchema } from "../../shared/site.ts";
import { localTimeSchema } from "../../shared/time.ts";
import { allRoutes } from "../app.ts";
import { readConfig } from "../config.ts";
import { type AnyRoute, route } from "../http/route.ts";
import type { Answer, OpenapiDocument, Operation, Schema } from "./document.ts";
import { openapiDocument } from "./openapi.ts";
import { documentPath } from "./operation.ts";

const publicUrl = "https://rsvp.test";
const routes = allRoutes(readConfig({ PUBLIC_URL: publicUrl, DEMO: "off" }));
const whole = openapiDocument(routes, { publicUrl });

/** A route, stated as far as the test is about it. */
function aRoute(stated: Partial<AnyRoute>): AnyRoute {
  const rest = { method: "GET", path: "/v1/thing", who: "anyone", tag: "Test" } as const;
  return { ...rest, summary: "A thing", run: () => Promise.resolve(), ...stated };
}

function operationOf(stated: Partial<AnyRoute>): Operation {
  const route = aRoute(stated);
  const { paths } = openapiDocument([route], { publicUrl });
  const operation = paths[documentPath(route.path)]?.[route.method.toLowerCase()];
  assert.ok(operation);
  return operation;
}

function codesOf(operation: Operation, status: number): unknown[] {
  const answer = operation.responses[status];
  if (!answer || !("content" in answer)) return [];
  return answer.content?.["application/problem+json"]?.schema.properties?.code?.enum ?? [];
}

/** Every JSON Schema in a document, and where it stands. */
function schemasIn({ paths, webhooks, components }: OpenapiDocument): [string, Schema][] {
  const operations = [...Object.entries(paths), ...Object.entries(webhooks)].flatMap(
    ([path, item]) =>
      Object.entries(item).map(([method, one]) => [`${method} ${path}`, one] as const),
  );
  return [
    ...Object.entries(components.schemas),
    ...operations.flatMap(([name, { parameters = [], requestBody, responses }]) => {
      const contents = [requestBody, ...Object.values(responses) as Answer[]];
      const schemas = [
        ...parameters.flatMap((one) => "schema" in one ? [one.schema] : []),
        ...contents.flatMap((one) => Object.values(one?.content ?? {}).map(({ schema }) => schema)),
      ];
      return schemas.map((schema): [string, Schema] => [name, schema]);
    }),
  ];
}

/** What checks values by a schema of the document. */
function checker({ components }: OpenapiDocument) {
  // Strict: an unknown keyword or format would check nothing.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  formats.default(ajv);
  ajv.addKeyword("components");
  ajv.addSchema({ $id: "document", components });
  return (schema: Schema) =>
    ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/')),
    );
}

Deno.test("the document of the whole server is valid OpenAPI 3.1", async () => {
  const result = await new Validator().validate(JSON.parse(JSON.stringify(whole)) as SpecData);

  assert.equal(result.errors, undefined);
  assert.ok(result.valid);
});

Deno.test("every JSON Schema in the document is a valid one, without a keyword that means nothing", () => {
  const check = checker(whole);
  const schemas = schemasIn(whole);
  assert.ok(schemas.length > 100);

  for (const [name, schema] of schemas) {
    assert.doesNotThrow(() => check(schema), name);
    assert.notDeepEqual(schema, {}, `${name} says nothing`);
  }
});

Deno.test("the document has every route of the API once, and no page for people", () => {
  const told = Object.entries(whole.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`)
  );
  const stated = routes.filter(({ path, answer }) => path.startsWith("/v1/") || answer)
    .map(({ method, path }) => `${method} ${documentPath(path)}`);

  assert.deepEqual(told.sort(), stated.sort());
  const ids = Object.values(whole.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId)
  );
  assert.equal(new Set(ids).size, ids.length);
});

Deno.test("every parameter in a path is described, and no other", () => {
  for (const [path, item] of Object.entries(whole.paths)) {
    for (const { parameters = [] } of Object.values(item)) {
      const told = parameters.flatMap((one) => "in" in one && one.in === "path" ? one.name : []);
      assert.deepEqual(told, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  }
});

Deno.test("the document says which credentials each caller needs", () => {
  const security = (who: AnyRoute["who"]) => operationOf({ who }).security;

  assert.deepEqual(security("anyone"), []);
  assert.deepEqual(security("visitor"), []);
  assert.deepEqual(security("guest"), [{ personalLink: [] }]);
  assert.deepEqual(security("person"), [{ session: [] }]);
  for (const who of ["viewer", "planner", "owner"] as const) {
    assert.deepEqual(security(who), [{ apiKey: [] }, { session: [] }]);
  }
  assert.deepEqual(operationOf({ who: "guest", linkInQuery: true }).security, [
    { personalLink: [] },
    { personalLinkInQuery: [] },
  ]);
});

Deno.test("an operation names its own problems and those of its kind, each under its status", () => {
  const operation = operationOf({
    method: "PUT",
    path: "/v1/sites/:site/party/reply",
    who: "guest",
    idempotent: true,
    body: z.strictObject({}),
    limits: [{ per: "address", calls: 1, seconds: 1 }],
    problems: ["replies-closed", "link-revoked"],
  });

  assert.deepEqual(codesOf(operation, 400), ["idempotency-key-missing", "invalid-json"]);
  assert.deepEqual(codesOf(operation, 401), ["link-missing", "link-broken", "visit-expired"]);
  assert.deepEqual(codesOf(operation, 403), ["page-not-allowed"]);
  assert.deepEqual(codesOf(operation, 404), ["site-not-found"]);
  assert.deepEqual(codesOf(operation, 409), ["replies-closed"]);
  assert.deepEqual(codesOf(operation, 410), ["link-revoked"]);
  assert.deepEqual(codesOf(operation, 413), ["body-too-large"]);
  assert.deepEqual(codesOf(operation, 415), ["unsupported-type"]);
  assert.deepEqual(codesOf(operation, 422), ["invalid-input"]);
  assert.deepEqual(codesOf(operation, 429), ["too-many-requests"]);
  assert.deepEqual(operation.responses[503], { $ref: "#/components/responses/Away" });
});

Deno.test("every problem in the table can happen somewhere, or to every request", () => {
  const told = new Set(JSON.stringify(whole.paths).match(/"[a-z-]+"/g));
  const everywhere: ProblemCode[] = ["not-found", "method-not-allowed"];
  const always = JSON.stringify(whole.components.responses);

  const missing = Object.keys(problems).filter((code) =>
    !told.has(`"${code}"`) && !always.includes(`"${code}"`) &&
    !everywhere.some((other) => other === code)
  );

  assert.deepEqual(missing, []);
});

Deno.test("an answer says its status and type: JSON, a stream, or nothing", () => {
  const answers = (stated: Partial<AnyRoute>) => operationOf(stated).responses;
  const answer = z.strictObject({ ok: z.boolean() });
  const contentOf = (told: ReturnType<typeof answers>, status: number) =>
    Object.keys((told[status] as Answer).content ?? {});

  assert.deepEqual(contentOf(answers({ answer }), 200), ["application/json"]);
  assert.deepEqual(contentOf(answers({ answer, status: 202 }), 202), ["application/json"]);
  assert.deepEqual(contentOf(answers({ produces: "text/event-stream" }), 200), [
    "text/event-stream",
  ]);
  assert.deepEqual(contentOf(answers({}), 204), []);
  assert.deepEqual(contentOf(answers({ answer, otherStatus: 503 }), 503), ["application/json"]);
});

Deno.test("a query becomes parameters, with what may be left out", () => {
  const { parameters } = operationOf({
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      since: z.iso.datetime({ offset: true }),
    }),
  });

  assert.deepEqual(parameters, [
    {
      name: "limit",
      in: "query",
      schema: { type: "integer", minimum: 1, maximum: 200, default: 50 },
    },
    {
      name: "since",
      in: "query",
      required: true,
      schema: { type: "string", format: "date-time" },
    },
  ]);
});

Deno.test("a schema that is used in several places is named once and referred to", () => {
  const { components, paths } = openapiDocument([
    aRoute({ method: "PUT", body: newSiteSchema, answer: siteSchema }),
    aRoute({ path: "/v1/things", answer: z.strictObject({ sites: z.array(siteSchema) }) }),
  ], { publicUrl });

  const list = (paths["/v1/things"]?.get?.responses[200] as Answer).content;
  assert.deepEqual(list?.["application/json"]?.schema.properties?.sites, {
    type: "array",
    items: { $ref: "#/components/schemas/Site" },
  });
  assert.ok(components.schemas.Site && components.schemas.NewSite);
});

Deno.test("what has defaults may be left out where it is sent, and is there where it is told", () => {
  const { components } = openapiDocument([
    aRoute({ method: "PUT", body: submissionSchema, answer: submissionSchema }),
  ], { publicUrl });
  const { Submission, SubmissionInput, Allergy, AllergyInput } = components.schemas;

  assert.deepEqual(Submission?.required, ["guests", "answers"]);
  assert.deepEqual(SubmissionInput?.required, ["guests"]);
  assert.equal(
    SubmissionInput?.properties?.guests?.items?.$ref,
    "#/components/schemas/GuestReplyInput",
  );
  // Without defaults there is no difference, and one name is enough.
  assert.ok(Allergy && !AllergyInput);
});

Deno.test("the document accepts what the server accepts, and refuses what it refuses", () => {
  const document = openapiDocument([aRoute({ method: "PUT", body: newSiteSchema })], { publicUrl });
  const check = checker(document)({ $ref: "#/components/schemas/NewSite" });
  const site = { slug: "emma", names: "Emma & James", date: "2027-06-12", zone: "Europe/Lisbon" };
  const more = [
    {},
    { pages: ["https://ours.example"] },
    { contact: { mail: "emma@ours.example" } },
    { deadline: { at: "2027-05-01T23:59:59+01:00", after: "late" } },
    { theme: { accent: "#7A4b3a" } },
    { date: "12 June 2027" },
    { date: "2027-02-30" },
    { slug: "Emma" },
    { pages: ["https://ours.example/rsvp"] },
    { contact: { mail: "emma" } },
    { deadline: { at: "2027-05-01T23:59", after: "late" } },
    { theme: { accent: "brown" } },
    { names: "" },
    { colour: "brown" },
  ];

  for (const one of more) {
    const input = { ...site, ...one };
    assert.equal(check(input), newSiteSchema.safeParse(input).success, JSON.stringify(one));
  }
});

Deno.test("times without a zone are not called date-time, which has one", () => {
  const { properties } = operationSchema(z.strictObject({ startsAt: localTimeSchema }));

  assert.equal(properties?.startsAt?.format, undefined);
  const pattern = new RegExp(properties?.startsAt?.pattern ?? "");
  assert.match("2027-06-12T14:00", pattern);
  assert.doesNotMatch("2027-06-12T14:00Z", pattern);
});

Deno.test("integers carry no bound but those that were meant", () => {
  const { properties } = operationSchema(z.strictObject({ count: z.int().min(0) }));

  assert.deepEqual(properties?.count, { type: "integer", minimum: 0 });
});

Deno.test("each kind of change has its schema in the document", () => {
  for (const type of changeTypes) {
    assert.ok(whole.components.schemas[`change.${type}`]?.description, type);
  }
});

Deno.test("each kind of notice is a webhook with the headers that sign it", () => {
  for (const type of vendorChangeTypes) {
    const { requestBody, parameters } = whole.webhooks[type]?.post ?? {};

    assert.equal(requestBody?.content["application/json"]?.schema.properties?.type?.const, type);
    assert.deepEqual(parameters, [
      { $ref: "#/components/parameters/webhook-id" },
      { $ref: "#/components/parameters/webhook-timestamp" },
      { $ref: "#/components/parameters/webhook-signature" },
    ]);
  }
});

Deno.test("a notice as it is sent fits the document", () => {
  const schema = whole.webhooks["headcount.changed"]?.post?.requestBody
    ?.content["application/json"];
  assert.ok(schema);
  const check = checker(whole)(schema.schema);
  const data = {
    site: { id: "site_1", names: "Emma & James", date: "2027-06-12" },
    changeNumber: 7,
    events: [],
  };
  const notice = { type: "headcount.changed", timestamp: "2027-01-01T12:00:00.000Z", data };

  assert.ok(check(notice), JSON.stringify(check.errors));
  assert.ok(!check({ ...notice, type: "reply.submitted" }));
  assert.ok(!check({ ...notice, data: { ...data, changeNumber: "7" } }));
});

Deno.test("route() and the document agree on what is stated", () => {
  const stated = route({
    method: "POST",
    path: "/v1/sites/:site/vendors",
    who: "planner",
    tag: "Vendors",
    summary: "Add a vendor",
    run: () => Promise.resolve(),
  });
  const { paths } = openapiDocument([stated], { publicUrl });

  assert.deepEqual(Object.keys(paths), ["/v1/sites/{site}/vendors"]);
  const { summary, tags, operationId } = paths["/v1/sites/{site}/vendors"]?.post ?? {};
  assert.deepEqual({ summary, tags, operationId }, {
    summary: "Add a vendor",
    tags: ["Vendors"],
    operationId: "post-sites-by-site-vendors",
  });
});

function operationSchema(body: z.ZodType): Schema {
  const schema = operationOf({ method: "PUT", body }).requestBody?.content["application/json"];
  assert.ok(schema);
  return schema.schema;
}
