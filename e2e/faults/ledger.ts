import { isDeepStrictEqual } from "node:util";
import { findBreak } from "../../server/changes/chain.ts";
import type { Change } from "../../shared/changes.ts";
import type { PartyId } from "../../shared/ids.ts";
import type { Guests, Press } from "./guests.ts";
import type { FaultyWedding } from "./weddings.ts";

/** What is known of the log of one wedding, from reading it again and again. */
export interface Ledger {
  wedding: FaultyWedding;
  changes: Change[];
  /** Numbers of the changes that saved a party's replies. */
  replies: Map<PartyId, number[]>;
}

export function openLedgers(weddings: readonly FaultyWedding[]): Ledger[] {
  return weddings.map((wedding) => ({ wedding, changes: [], replies: new Map() }));
}

const page = 1000;

/**
 * Reads what is new in the logs, and throws when anything that was there is gone or different, a number is missing, the
 * chain is broken, or an acknowledged reply is not there exactly once. Returns how many replies were saved of which
 * the guest does not know yet. The guests must be pausing.
 */
export async function checkLedgers(
  ledgers: readonly Ledger[],
  guests: Guests,
  readAfter: (wedding: FaultyWedding, after: number, most: number) => Promise<Change[]>,
): Promise<number> {
  await Promise.all(ledgers.map((ledger) => readOn(ledger, readAfter)));
  return checkReplies(ledgers, guests);
}

async function readOn(
  { wedding, changes, replies }: Ledger,
  readAfter: (wedding: FaultyWedding, after: number, most: number) => Promise<Change[]>,
): Promise<void> {
  const { id, slug } = wedding.site;
  // The last one that is known is read once more: it must be there, and be the same.
  const last = changes.at(-1);
  for (let more = true; more;) {
    const after = Math.max(0, (changes.at(-1)?.number ?? 0) - (last === changes.at(-1) ? 1 : 0));
    const read = await readAfter(wedding, after, page);
    more = read.length === page;
    if (last && last === changes.at(-1)) {
      if (!isDeepStrictEqual(read.shift(), last)) {
        throw new Error(`${slug}: change ${last.number} was there and is gone or different`);
      }
      if (read.length === 0) return;
    }
    const before = changes.at(-1);
    const broken = findBreak(id, read, before && { number: before.number, hash: before.hash });
    if (broken !== undefined) throw new Error(`${slug}: the chain breaks at change ${broken}`);
    for (const change of read) {
      changes.push(change);
      if (change.type !== "reply.submitted") continue;
      const { partyId } = change.data;
      replies.set(partyId, [...replies.get(partyId) ?? [], change.number]);
    }
  }
}

function checkReplies(ledgers: readonly Ledger[], guests: Guests): number {
  const known = Map.groupBy(guests.acknowledged, ({ party }) => party.party.id);
  const unanswered = new Set(guests.underWay().map(({ party }) => party.party.id));
  let unknown = 0;
  for (const { wedding, changes, replies } of ledgers) {
    for (const { party: { id } } of wedding.parties) {
      const saved = replies.get(id) ?? [];
      const presses = known.get(id) ?? [];
      const more = saved.length - presses.length;
      presses.forEach((press) => checkPress(press, changes));
      const numbers = new Set(presses.map(({ savedBy }) => savedBy));
      if (numbers.size !== presses.length) throw new Error(`${id}: two presses, one change`);
      if (more > (unanswered.has(id) ? 1 : 0)) {
        throw new Error(`${id}: ${saved.length} replies saved, ${presses.length} were sent`);
      }
      unknown += more;
    }
  }
  return unknown;
}

const checked = new WeakSet<Press>();

function checkPress(press: Press, changes: readonly Change[]): void {
  if (checked.has(press)) return;
  const { savedBy = 0, party, submission, key } = press;
  const change = changes[savedBy - 1];
  if (change?.type !== "reply.submitted" || change.data.partyId !== party.party.id) {
    throw new Error(`${key}: acknowledged as change ${savedBy}, which is ${change?.type}`);
  }
  const sent = submission.guests.flatMap(({ guestId, replies }) =>
    replies.map(({ eventId, attending }) => ({ guestId, eventId, attending }))
  );
  const same = isDeepStrictEqual(sorted(change.data.replies), sorted(sent));
  if (!same) throw new Error(`${key}: change ${savedBy} says something else than was sent`);
  checked.add(press);
}

function sorted(replies: { guestId: string; eventId: string; attending: boolean | null }[]) {
  return replies
    .map(({ guestId, eventId, attending }) => `${guestId} ${eventId} ${attending}`)
    .sort();
}
