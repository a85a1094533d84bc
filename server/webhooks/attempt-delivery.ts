import { isDeepStrictEqual } from "node:util";
import type { Deps } from "../deps.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { MaySee } from "../../shared/vendors.ts";
import { isDatabaseAway } from "../database/errors.ts";
import type { SiteHead } from "../sites/sites.ts";
import { mayHear } from "./spread-changes.ts";
import { composeNotice } from "./compose-notice.ts";
import { dropOwed, type DueDelivery } from "./deliveries.ts";
import { disableEndpoint } from "./disable-endpoint.ts";
import { unsealSecrets, unsealUrl, validSecrets } from "./endpoint-secrets.ts";
import type { EndpointRow, Target } from "./endpoints.ts";
import type { Records } from "./records.ts";
import type { postDelivery, PostOutcome } from "./post.ts";
import { nextAttemptAt, parseRetryAfter } from "./schedule.ts";
import { signDelivery } from "./sign.ts";
import type { Connections } from "./dial.ts";

export type Delivering = Pick<Deps, "sql" | "now" | "keys" | "config" | "wake"> & {
  post: typeof postDelivery;
  /** 0 to 1, for the jitter of retries. */
  chance: () => number;
  records: Records;
  connections?: Connections;
  signal?: AbortSignal;
};

const daysUntilDisabled = 5;

/** This process was away for longer than its claim, and another has the delivery now. */
class ClaimLost extends Error {
  override name = "ClaimLost" as const;
}

/** A notice that could not be put into words counts as a try: it is seen, and given up in the end. */
type Outcome = PostOutcome | {
  answered: false;
  reason: "not-composed";
  detail: string;
  durationMs: number;
};

/** One try of one delivery: compose what was not composed yet, sign, post, record, and decide what follows. */
export async function attemptDelivery(deps: Delivering, delivery: DueDelivery): Promise<void> {
  const { sql, now } = deps;
  const { siteId, endpointId } = delivery;
  const target = await deps.records.target(delivery);
  // Removed since it was claimed; its deliveries went with it.
  if (!target) return;
  const { endpoint } = target;
  const refused = endpoint.disabled !== null || !mayHear(delivery.type, target.maySee);
  if (refused) return await sql.begin((tx) => dropOwed(tx, siteId, endpointId, delivery));

  const tried = now();
  const outcome = await say(deps, delivery, target, tried);
  // The server is stopping: the claim is given back, and this was no try of the receiver's making.
  if (!outcome.answered && outcome.reason === "stopped") return;
  await conclude(deps, delivery, endpoint, tried, outcome);
}

async function say(
  deps: Delivering,
  delivery: DueDelivery,
  { site, endpoint, maySee }: Target,
  tried: Date,
): Promise<Outcome> {
  const keys = await deps.keys.forSite(site);
  let body: string;
  try {
    const { bodySealed } = delivery;
    // Rights that were taken away meanwhile reach what was not delivered yet.
    const kept = bodySealed && isDeepStrictEqual(delivery.maySee, maySee);
    body = kept
      ? await keys.unseal<string>(bodySealed, bodyRow(delivery))
      : await compose(deps, delivery, site, maySee, keys);
  } catch (error) {
    // No try of the receiver's: it counts as nothing, and somebody tries again or does already.
    if (error instanceof ClaimLost || isDatabaseAway(error)) throw error;
    const detail = error instanceof Error ? error.name : "unknown";
    return { answered: false, reason: "not-composed", detail, durationMs: 0 };
  }
  const secrets = validSecrets(await unsealSecrets(keys, endpoint), tried);
  return await deps.post({
    url: await unsealUrl(keys, endpoint),
    headers: signDelivery({ id: delivery.id, at: tried, body, secrets }),
    body,
    allow: deps.config.webhookAllow,
    ...(deps.connections ? { connections: deps.connections } : {}),
    ...(deps.signal ? { signal: deps.signal } : {}),
  });
}

async function compose(
  { sql, now, records }: Delivering,
  delivery: DueDelivery,
  site: SiteHead,
  maySee: MaySee,
  keys: SiteKeys,
): Promise<string> {
  const { notice, changeNumber } = await composeNotice(sql, keys, site, delivery, maySee, now());
  const body = JSON.stringify(notice);
  const bodySealed = await keys.seal(body, bodyRow(delivery));
  const { siteId, id, claimedBy } = delivery;
  const composed = { siteId, id, claimedBy, bodySealed, changeNumber, maySee };
  if (!await records.keepBody(composed)) throw new ClaimLost();
  return body;
}

export function bodyRow({ id }: Pick<DueDelivery, "id">): string {
  return `deliveries|${id}|body`;
}

async function conclude(
  deps: Delivering,
  delivery: DueDelivery,
  endpoint: EndpointRow,
  tried: Date,
  outcome: Outcome,
): Promise<void> {
  const number = delivery.attempts + 1;
  const delivered = outcome.answered && outcome.status >= 200 && outcome.status < 300;
  const done = deps.now();
  const asked = outcome.answered ? parseRetryAfter(outcome.retryAfter, done) : undefined;
  const next = delivered
    ? undefined
    : nextAttemptAt(number - delivery.attemptsBefore, done, deps.chance, asked);
  await deps.records.record({
    siteId: delivery.siteId,
    id: delivery.id,
    endpointId: delivery.endpointId,
    claimedBy: delivery.claimedBy,
    attempt: {
      number,
      triedAt: tried,
      status: outcome.answered ? outcome.status : null,
      problem: outcome.answered ? null : `${outcome.reason}: ${outcome.detail}`,
      durationMs: outcome.durationMs,
      answer: outcome.answered ? outcome.answer : "",
    },
    state: delivered ? "delivered" : next ? "owed" : "failed",
    nextAttemptAt: next ?? null,
  });
  if (delivered) return;
  if (outcome.answered && outcome.status === 410) {
    await disableEndpoint(deps, delivery.siteId, endpoint, { kind: "server" }, "gone");
  } else if (
    endpoint.failingSince && daysBetween(endpoint.failingSince, done) >= daysUntilDisabled
  ) {
    await disableEndpoint(deps, delivery.siteId, endpoint, { kind: "server" }, "failing");
  }
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 86_400_000;
}
