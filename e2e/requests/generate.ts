import fc from "fast-check";
import type {
  OpenapiDocument,
  Operation,
  Parameter,
  Reference,
  Schema,
} from "../../server/docs/document.ts";
import { resolve } from "../../server/docs/refs.ts";
import { fileBodies, jsonBodies, type Sent } from "./bodies.ts";
import { type Known, valuesOf } from "./from-schema.ts";
import { ofWedding } from "./known.ts";
import { oddSegments, oddValues } from "./odd-values.ts";
import { foreign, headersOf } from "./request-headers.ts";
import { strayRequests } from "./stray-requests.ts";
import { type Caller, isOpenTo, nobody, type Wedding, type World } from "./world.ts";

/** One request, and what it is one of. */
export interface Generated {
  operation: Operation | undefined;
  caller: Caller;
  /** A name in its path is none that could be there: perhaps it leads elsewhere altogether. */
  odd: boolean;
  /** The wedding in its path; undefined: none there is. */
  wedding: Wedding | undefined;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Sent | undefined;
}

/** Requests of every operation in the document, as callers make them and as nobody should. */
export function requestsFrom(document: OpenapiDocument, world: World): fc.Arbitrary<Generated> {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation }))
  );
  const each = operations.map(({ path, method, operation }) => ({
    weight: weightOf(operation),
    arbitrary: requestsOf(document, world, path, method.toUpperCase(), operation),
  }));
  return fc.oneof(
    ...each,
    { weight: each.length, arbitrary: strayRequests(world, operations.map(({ path }) => path)) },
  );
}

/** What takes away is asked for less often, or there would soon be nothing to ask for; so are files, which take long. */
function weightOf({ operationId, requestBody }: Operation): number {
  if (requestBody && !requestBody.content["application/json"]) return 8;
  if (/^delete-|-link$/.test(operationId)) return 3;
  return /^get-/.test(operationId) ? 20 : 40;
}

function requestsOf(
  document: OpenapiDocument,
  world: World,
  path: string,
  method: string,
  operation: Operation,
): fc.Arbitrary<Generated> {
  const known = ofWedding(world);
  const parameters = (operation.parameters ?? []).map((one) => parameterOf(document, one));
  const query = parameters.filter((one) => one.in === "query");
  return fc.tuple(
    weddingsOf(world),
    callersOf(world, operation["x-who"]),
    fc.record(Object.fromEntries(pathNames(path).map((name) => [name, inPath(name, known)]))),
    fc.record(
      Object.fromEntries(query.map((one) => [one.name, inQuery(document, known, one)])),
      { requiredKeys: [] },
    ),
    headersOf(world, parameters),
    bodiesOf(document, world, known, operation),
    fc.constantFrom(...Array(30).fill(method), method === "GET" ? "HEAD" : method, "OPTIONS"),
    fc.oneof({ weight: 30, arbitrary: fc.constant("") }, fc.constant("neverAParameter=1")),
  ).map(([at, asking, names, asked, headers, body, method, more]) => {
    const filled = path.replace(
      /\{(\w+)\}/g,
      (_, name) => name === "site" ? at.name : names[name] ?? "",
    );
    const said = Object.entries(asked).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]]
    );
    const search = new URLSearchParams(said).toString() + more;
    // Nobody deletes the wedding or signs a manager out: there would be nothing left to ask for.
    const caller = isEnd(operation) && asking.role ? nobody(world) : asking;
    return {
      operation,
      caller,
      wedding: at.wedding,
      odd: /%|\/\/|\/$|[^\w/.-]/.test(filled),
      method,
      path: filled + (search ? `?${search}` : ""),
      headers: { ...headers, ...caller.headers, ...preflight(method, operation) },
      body: method === "HEAD" || method === "OPTIONS" ? undefined : body,
    };
  });
}

function isEnd({ operationId }: Operation): boolean {
  return operationId === "delete-sites-by-site" || operationId === "post-sign-out";
}

function preflight(method: string, { operationId }: Operation): Record<string, string> {
  if (method !== "OPTIONS") return {};
  const asked = operationId.split("-")[0]?.toUpperCase() ?? "";
  return { origin: foreign, "access-control-request-method": asked };
}

function weddingsOf(world: World) {
  const [first, ...others] = world.weddings;
  const namesOf = (wedding: Wedding) =>
    fc.constantFrom(wedding.slug, wedding.id).map((name) => ({ wedding, name }));
  const none = fc.oneof(fc.constantFrom("nobodys", "site_0000000000000000"), oddSegments)
    .map((name) => ({ wedding: undefined, name }));
  return fc.oneof(
    { weight: 40, arbitrary: namesOf(first) },
    ...others.map((wedding) => ({ weight: 2, arbitrary: namesOf(wedding) })),
    { weight: 2, arbitrary: none },
  );
}

/** Mostly somebody who may, so that requests get far; everybody else as well. */
function callersOf({ callers, weddings: [first] }: World, who: string | undefined) {
  const fitting = callers.filter((caller) => isOpenTo(who ?? "anyone", caller, first));
  return fc.oneof(
    { weight: 7, arbitrary: fc.constantFrom(...(fitting.length > 0 ? fitting : callers)) },
    fc.constantFrom(...callers),
  );
}

function inPath(name: string, known: Known): fc.Arbitrary<string> {
  return fc.oneof({ weight: 24, arbitrary: known.idOf(name) }, oddSegments);
}

function inQuery({ components }: OpenapiDocument, known: Known, { schema }: Parameter) {
  const values = valuesOf(schema, components.schemas, known);
  return fc.oneof({ weight: 6, arbitrary: values }, oddValues)
    .map((value) =>
      String(typeof value === "object" ? JSON.stringify(value) : value).slice(0, 900)
    );
}

function bodiesOf(
  { components }: OpenapiDocument,
  { examples }: World,
  known: Known,
  { requestBody, operationId }: Operation,
): fc.Arbitrary<Sent | undefined> {
  const content = Object.entries(requestBody?.content ?? {});
  if (content.length === 0) return fc.constant(undefined);
  const json = requestBody?.content["application/json"]?.schema;
  if (!json) return fileBodies(content.map(([type]) => type));
  const values = valuesOf(json, components.schemas, known);
  const made = examples[operationId] ?? [];
  const bodies = jsonBodies(
    made.length > 0 ? fc.oneof(values, fc.constantFrom(...made)) : values,
  );
  return fc.oneof({ weight: 40, arbitrary: bodies }, fc.constant(undefined));
}

function pathNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).filter((name) =>
    name !== "site"
  );
}

function parameterOf({ components }: OpenapiDocument, one: Parameter | Reference): Parameter {
  if (!("$ref" in one)) return one;
  const found = components.parameters[one.$ref.split("/").at(-1) ?? ""];
  if (!found) throw new Error(`The document has no parameter ${one.$ref}.`);
  return { ...found, schema: resolve(found.schema, components.schemas) satisfies Schema };
}
