import fc from "fast-check";
import type { Parameter } from "../../server/docs/document.ts";
import type { World } from "./world.ts";

/** A page that is on no wedding's list. */
export const foreign = "https://evil.example";

/** Headers that an operation knows, mostly as it wants them, and some that it does not. */
export function headersOf(
  world: World,
  parameters: Parameter[],
): fc.Arbitrary<Record<string, string>> {
  const has = (name: string) => parameters.some((one) => one.in === "header" && one.name === name);
  const odd = fc.constantFrom(
    "",
    "x",
    "0",
    "-1",
    "9".repeat(400),
    "\u00ff",
    "null",
    "a,b;c=d",
    "*",
  );
  const often = (arbitrary: fc.Arbitrary<string>, weight = 9) =>
    fc.oneof({ weight, arbitrary }, odd);
  const key = fc.stringMatching(/^[A-Za-z0-9_-]{8,20}$/);
  const [page = "", own] = [world.weddings[0].page, new URL(world.server).origin];
  const all: Record<string, fc.Arbitrary<string>> = {
    "x-forwarded-for": often(fc.ipV4(), 400),
    ...(has("idempotency-key")
      ? { "idempotency-key": often(fc.oneof(key, fc.constant("used-before"))) }
      : {}),
    ...(has("last-event-id") ? { "last-event-id": often(fc.nat(50).map(String)) } : {}),
  };
  const some: Record<string, fc.Arbitrary<string>> = {
    origin: fc.constantFrom(
      ...Array(12).fill(page),
      own,
      foreign,
      "null",
      `${page}.`,
      page.toUpperCase(),
    ),
    accept: fc.constantFrom("application/json", "text/event-stream", "*/*", "nonsense"),
    "if-none-match": fc.constantFrom("*", '"x"', "W/"),
    ...(has("proof") ? { proof: often(fc.base64String()) } : {}),
    "x-http-method-override": fc.constant("DELETE"),
  };
  return fc.record({ ...all, ...some }, { requiredKeys: Object.keys(all) })
    .map((headers) =>
      Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]]
        ),
      )
    );
}
