import fc from "fast-check";
import type { Generated } from "./generate.ts";
import { oddSegments } from "./odd-values.ts";
import { nobody, type World } from "./world.ts";

/** Addresses where nothing is, and methods that nothing takes. */
export function strayRequests(world: World, paths: string[]): fc.Arbitrary<Generated> {
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND"];
  const places = fc.oneof(
    fc.constantFrom(...paths).map((path) => path.replaceAll(/\{\w+\}/g, world.weddings[0].slug)),
    oddSegments.map((odd) => `/v1/${odd}`),
    oddSegments.map((odd) => `/${odd}/sites/%2e%2e/`),
  );
  return fc.tuple(places, fc.constantFrom(...methods), fc.constantFrom(...world.callers))
    .map(([path, method, caller]) => ({
      operation: undefined,
      odd: true,
      wedding: world.weddings[0],
      // Nothing that a caller with rights might delete or change.
      caller: caller.role ? nobody(world) : caller,
      headers: caller.role ? {} : caller.headers,
      body: undefined,
      method,
      path,
    }));
}
