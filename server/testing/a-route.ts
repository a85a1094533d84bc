import { newId } from "../../shared/ids.ts";
import { type AnyRoute, type Route, route } from "../http/route.ts";

/** A route for anyone that answers nothing, unless told otherwise. */
export function aRoute(overrides: Partial<Route<"anyone">> = {}): AnyRoute {
  return route({
    method: "GET",
    path: "/v1/thing",
    who: "anyone",
    tag: "Test",
    summary: "A thing",
    run: () => Promise.resolve(undefined),
    ...overrides,
  });
}

/** A path of the test's own, since limits are counted by route. */
export const aPath = () => `/v1/${newId("thing")}`;
