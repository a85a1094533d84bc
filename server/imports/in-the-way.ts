import type { Change } from "../../shared/changes.ts";
import type { GuestId, PartyId, SiteId } from "../../shared/ids.ts";
import type { Tx } from "../database/sql.ts";
import { guestsOfParties } from "../guests/guests.ts";
import { partyRowsWithIds } from "../guests/parties.ts";
import { Problem } from "../problem.ts";
import type { ChangeRanges } from "./imports.ts";

const mostNamed = 200;

interface InTheWay {
  partyId: PartyId;
  guestId?: GuestId;
  reason: keyof typeof reasons;
  changeNumber: number;
}

const reasons = {
  "replied": "has replied",
  "changed": "was changed",
  "later-import": "was changed by a later import",
} as const;

export type NamesInTheWay = ReadonlyMap<PartyId | GuestId, string>;

/** What the couple call the parties, and the guests, with whom something was done; those that are gone have no name. */
export async function namesInTheWay(
  tx: Tx,
  siteId: SiteId,
  later: readonly Change[],
): Promise<NamesInTheWay> {
  const ids = [...new Set(later.flatMap((change) => inTheWay(change, false)).map(partyIn))]
    .slice(0, mostNamed);
  if (ids.length === 0) return new Map();
  const [parties, guests] = await Promise.all([
    partyRowsWithIds(tx, siteId, ids),
    guestsOfParties(tx, siteId, ids),
  ]);
  return new Map([
    ...parties.map(({ id, name }) => [id, name] as const),
    ...guests.flatMap(({ id, name }) => name === null ? [] : [[id, name] as const]),
  ]);
}

function partyIn({ partyId }: InTheWay): PartyId {
  return partyId;
}

/** Refuses when somebody has done something with these parties since, undone imports apart. */
export function refuseInUse(
  later: readonly Change[],
  imports: readonly ChangeRanges[],
  names: NamesInTheWay,
): void {
  const found = later.flatMap((change): InTheWay[] => {
    const range = imports.find((each) => isWithin(change.number, each));
    if (range?.state === "undone") return [];
    return inTheWay(change, range !== undefined);
  });
  if (found.length === 0) return;
  const parties = new Set(found.map(({ partyId }) => partyId)).size;
  throw new Problem(
    "import-in-use",
    `${parties} ${parties === 1 ? "party has" : "parties have"} replied or been changed since.`,
    {
      count: found.length,
      inTheWay: found.slice(0, mostNamed).map((each) => ({ ...each, ...told(each, names) })),
    },
  );
}

function told({ partyId, guestId, reason }: InTheWay, names: NamesInTheWay) {
  const party = names.get(partyId) ?? null;
  const guest = guestId === undefined ? null : names.get(guestId) ?? null;
  const who = guest === null || guest === party ? party : `${guest} (${party})`;
  return { party, guest, sentence: `${who ?? "A party that is gone"} ${reasons[reason]} since.` };
}

function isWithin(number: number, range: ChangeRanges): boolean {
  const { firstChange, lastChange, undoFirstChange, undoLastChange } = range;
  return (number >= firstChange && number <= lastChange) ||
    (undoFirstChange !== null && undoLastChange !== null && number >= undoFirstChange &&
      number <= undoLastChange);
}

function inTheWay(change: Change, isImport: boolean): InTheWay[] {
  const changeNumber = change.number;
  switch (change.type) {
    case "guest.added":
    case "guest.changed":
    case "guest.removed":
      return [{ ...change.data, reason: isImport ? "later-import" : "changed", changeNumber }];
    case "party.changed": {
      const { partyId } = change.data;
      return [{ partyId, reason: isImport ? "later-import" : "changed", changeNumber }];
    }
    case "reply.submitted": {
      const { partyId, replies } = change.data;
      const reason = isImport ? "later-import" : "replied";
      const guests = [...new Set(replies.map(({ guestId }) => guestId))];
      return guests.length === 0
        ? [{ partyId, reason, changeNumber }]
        : guests.map((guestId) => ({ partyId, guestId, reason, changeNumber }));
    }
    case "reply.withdrawn":
      return [{ partyId: change.data.partyId, reason: "replied", changeNumber }];
    default:
      return [];
  }
}
