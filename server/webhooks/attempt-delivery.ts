import { isDeepStrictEqual } from "node:util";
import type { Deps } from "../deps.ts";
import type { SiteKeys } from "../access/keys.ts";
import { isDatabaseAway } from "../database/errors.ts";
import { mayHear } from "./spread-changes.ts";
import { composeNotice } from "./compose-notice.ts";
import type { FreshClaim } from "./claim-deliveries.ts";
import { bodyRow, dropOwed } from "./deliveries.ts";
import { disableEndpoint } from "./disable-endpoint.ts";
import { validSecrets } from "./endpoint-secrets.ts";
import type { EndpointRow, Target } from "./endpoints.ts";
import type { Records } from "./records.ts";
import type { postDelivery, PostOutcome } from "./post.ts";
import { nextAttemptAt, parseRetryAfter } from "./schedule.ts";
import { signDelivery } from "./sign.ts";
import type { Connections } from "./connections.ts";

export type Delivering = Pick<Deps, "sql" | "now" | "keys" | "config" | "wake"> & {
  post: typeof postDelivery;
  /** 0 to 1, for the jitter of retries. */
  chance: () => number;
  records: Records;
  connections?: Connections;
  signal?: AbortSignal;
};

const daysUntilDisabled = 5;
const freshMs = 250;

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

/**
 * One try of one delivery: compose what was not composed yet, sign, post, record, and decide what follows. `onAnswer` is
 * told when nothing is under way to the receiver any more, and whether it has it.
 */
export async function attemptDelivery(
  deps: Delivering,
  delivery: FreshClaim,
  onAnswer: (hasArrived: boolean) => void = () => {},
): Promise<void> {
  const { sql, now, records } = deps;
  const { siteId, endpointId } = delivery;
  const target = freshTarget(delivery) ?? await records.target(delivery);
  // Removed or dropped while it waited for its turn, or another's by now.
  if (!target) return;
  const { endpoint } = target;
  const refused = endpoint.disabled !== null || !mayHear(delivery.type, target.maySee);
  if (refused) return await sql.begin((tx) => dropOwed(tx, siteId, endpointId, delivery));

  const tried = now();
  const outcome = await say(deps, delivery, target, tried);
  onAnswer(isDelivered(outcome));
  // The server is stopping: the claim is given back, and this was no try of the receiver's making.
  if (!outcome.answered && outcome.reason === "stopped") return;
  await conclude(deps, delivery, endpoint, tried, outcome);
}

/** What was read with the claim, while that is a moment ago: a right that was taken away since counts from the next. */
function freshTarget({ target }: FreshClaim): Target | undefined {
  return target && performance.now() - target.readAt < freshMs ? target.value : undefined;
}

async function say(
  deps: Delivering,
  delivery: FreshClaim,
  target: Target,
  tried: Date,
): Promise<Outcome> {
  const { endpoint } = target;
  const keys = await deps.keys.forSite({ id: target.siteId, keySealed: target.keySealed });
  let body: string;
  try {
    body = await keptBody(delivery, target, keys) ??
      await compose(deps, delivery, target, keys);
  } catch (error) {
    // No try of the receiver's: it counts as nothing, and somebody tries again or does already.
    if (error instanceof ClaimLost || isDatabaseAway(error)) throw error;
    const detail = error instanceof Error ? error.name : "unknown";
    return { answered: false, reason: "not-composed", detail, durationMs: 0 };
  }
  const { url, secrets } = await deps.records.endpoints.open(keys, endpoint);
  return await deps.post({
    url,
    headers: signDelivery({
      id: delivery.id,
      at: tried,
      body,
      secrets: validSecrets(secrets, tried),
    }),
    body,
    allow: deps.config.webhookAllow,
    ...(deps.connections ? { connections: deps.connections } : {}),
    ...(deps.signal ? { signal: deps.signal } : {}),
  });
}

/** What was composed before, unless it tells what its vendor may see no more, or not all that it may. */
async function keptBody(
  delivery: FreshClaim,
  { maySee }: Target,
  keys: SiteKeys,
): Promise<string | undefined> {
  const { body, bodySealed } = delivery;
  // Rights that were taken away meanwhile reach what was not delivered yet.
  if (!bodySealed || !isDeepStrictEqual(delivery.maySee, maySee)) return undefined;
  return body ?? await keys.unseal<string>(bodySealed, bodyRow(delivery));
}

async function compose(
  { sql, now, records }: Delivering,
  delivery: FreshClaim,
  { maySee }: Target,
  keys: SiteKeys,
): Promise<string> {
  const { siteId, id, claimedBy } = delivery;
  const facts = await records.facts(siteId);
  if (!facts) throw new Error(`Cannot compose a notice: ${siteId} is gone.`);
  const { notice, changeNumber } = await composeNotice(sql, keys, facts, delivery, maySee, now());
  const body = JSON.stringify(notice);
  const bodySealed = await keys.seal(body, bodyRow(delivery));
  const composed = { siteId, id, claimedBy, bodySealed, changeNumber, maySee };
  if (!await records.keepBody(composed)) throw new ClaimLost();
  return body;
}

async function conclude(
  deps: Delivering,
  delivery: FreshClaim,
  endpoint: EndpointRow,
  tried: Date,
  outcome: Outcome,
): Promise<void> {
  const number = delivery.attempts + 1;
  const delivered = isDelivered(outcome);
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

function isDelivered(outcome: Outcome): boolean {
  return outcome.answered && outcome.status >= 200 && outcome.status < 300;
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 86_400_000;
}
