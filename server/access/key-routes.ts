import { z } from "zod";
import type { KeyId } from "../../shared/ids.ts";
import { addedApiKeySchema, apiKeySchema, newApiKeySchema } from "../../shared/members.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { addApiKey } from "./add-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

const tag = "API keys";

export const keyRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/keys",
    who: "owner",
    tag,
    summary: "The site's API keys, without their secrets",
    answer: z.strictObject({ keys: z.array(apiKeySchema) }),
    run: async ({ deps, site }) => ({ keys: await listApiKeys(deps, site.id) }),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/keys",
    who: "owner",
    tag,
    summary: "Make an API key; its secret is in this answer and never told again",
    body: newApiKeySchema,
    status: 201,
    answer: addedApiKeySchema,
    run: ({ deps, site, by, body }) => addApiKey(deps, site.id, by, body),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/keys/:key",
    who: "owner",
    tag,
    summary: "Revoke an API key: the next request with it is refused",
    problems: ["key-not-found"],
    run: ({ deps, site, by, params }) => revokeApiKey(deps, site.id, by, params.key as KeyId),
  }),
];
