import { z } from "zod";
import type { SiteId } from "../../shared/ids.ts";
import { changeSchema } from "../../shared/changes.ts";
import { changesAfter } from "../changes/changes.ts";
import type { Deps } from "../deps.ts";
import { partyOf } from "../guests/parties.ts";
import { checkPage } from "../http/cors.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { Problem } from "../problem.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";
import { encodeEvent } from "./stream.ts";

const tag = "Live";
const produces = "text/event-stream";
const limits = [{ per: "address", calls: 240, seconds: 60 } as const];
/** More than this behind, a reader starts anew. */
const mostReplayed = 1000;

export const liveRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/live",
    who: "visitor",
    tag,
    summary: "How many guests attend, where the couple shows it: events `counter` {attending}",
    produces,
    problems: ["not-found"],
    limits,
    async run({ deps, site, request }) {
      const eventId = site.settings.publicCounter;
      if (!eventId) throw noCounter();
      return await deps.live.join(site.id, { kind: "counter", eventId }, async () => {
        const now = await deps.live.siteNow(site.id);
        const { changeNumber: from, settings } = judgeAnew(deps, now.site, request);
        if (settings.publicCounter !== eventId) throw noCounter();
        const { headcounts } = now;
        const attending = headcounts.get(eventId)?.attending ?? 0;
        return { from, first: encodeEvent("counter", { attending }, from) };
      });
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/party/live",
    who: "guest",
    tag,
    summary: "When this party's reply changed: events `reply` {changeNumber}; read the party again",
    produces,
    limits,
    async run({ deps, site, party, request }) {
      return await deps.live.join(site.id, { kind: "party", partyId: party.id }, async () => {
        const [siteNow, now] = await Promise.all([
          siteBy(deps.sql, site.id),
          partyOf(deps.sql, site.id, party.id),
        ]);
        const { changeNumber: from } = judgeAnew(deps, siteNow, request);
        if (now?.linkVersion !== party.linkVersion) throw new Problem("link-revoked");
        const last = lastEventId(request);
        // Whatever the reader missed, reading the party once makes up for it.
        const missed = last !== undefined && last < from;
        return missed
          ? { from, first: encodeEvent("reply", { changeNumber: from }, from) }
          : { from };
      });
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/changes",
    who: "viewer",
    tag,
    summary: "What happened, in order",
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    answer: z.strictObject({ changes: z.array(changeSchema) }),
    async run({ deps, site, query }) {
      return { changes: await changesAfter(deps.sql, site.id, query.after, query.limit) };
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/changes/live",
    who: "viewer",
    tag,
    summary:
      "Every change as it happens, after `Last-Event-ID` if that is sent; `reset` when it is too old",
    produces,
    async run({ deps, site, request }) {
      return await deps.live.join(site.id, { kind: "changes" }, async () => {
        const last = lastEventId(request);
        if (last === undefined) return { from: await numberOf(deps, site) };
        const now = await numberOf(deps, site);
        if (now - last <= mostReplayed && last <= now) return { from: last };
        return { from: now, first: encodeEvent("reset", { changeNumber: now }, now) };
      });
    },
  }),
];

/** The number now, read after joining: what comes later is told by the stream itself. */
async function numberOf({ sql }: Pick<Deps, "sql">, site: SiteHead): Promise<number> {
  return (await siteBy(sql, site.id satisfies SiteId))?.changeNumber ?? site.changeNumber;
}

/**
 * The site as it is once the stream has joined. What changes from then on ends the stream; what changed before, perhaps
 * in another process and not known here yet, must not let it begin: nothing would ever end it.
 */
function judgeAnew(
  { config }: Pick<Deps, "config">,
  now: SiteHead | undefined,
  request: Request,
): SiteHead {
  if (!now) throw new Problem("site-not-found");
  checkPage(now.settings.pages, config.publicUrl, request);
  return now;
}

function noCounter(): Problem {
  return new Problem("not-found", "This site shows no counter.");
}

function lastEventId(request: Request): number | undefined {
  const told = request.headers.get("last-event-id") ??
    new URL(request.url).searchParams.get("lastEventId");
  return told !== null && /^\d{1,15}$/.test(told) ? Number(told) : undefined;
}
