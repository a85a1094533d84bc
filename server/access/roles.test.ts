import assert from "node:assert/strict";
import { roles } from "../../shared/roles.ts";
import { allRoutes } from "../app.ts";

const routes = allRoutes({ publicUrl: "https://rsvp.test" });
const managing = routes.filter(({ who }) => roles.some((role) => role === who));
const named = (who: string) =>
  managing.filter((route) => route.who === who).map(({ method, path }) => `${method} ${path}`);

Deno.test("viewers look and change nothing, but may go", () => {
  const changing = named("viewer").filter((name) => !name.startsWith("GET "));

  assert.deepEqual(changing, ["DELETE /v1/sites/:site/members/:member"]);
});

Deno.test("only owners decide on people, keys and the end of the site; planners on all else", () => {
  assert.deepEqual(named("owner").toSorted(), [
    "DELETE /v1/sites/:site",
    "DELETE /v1/sites/:site/keys/:key",
    "GET /v1/sites/:site/keys",
    "PATCH /v1/sites/:site/members/:member",
    "POST /v1/sites/:site/keys",
    "POST /v1/sites/:site/members",
  ]);
});

Deno.test("whatever a role is asked for is of a site", () => {
  for (const { path } of managing) assert.match(path, /^\/v1\/sites\/:site(\/|$)/);
});

Deno.test("no route of a site is open to anyone or to a person alone", () => {
  for (const { path, who } of routes.filter(({ path }) => path.includes("/:site"))) {
    assert.ok(who !== "anyone" && who !== "person", path);
  }
});
