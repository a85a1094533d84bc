import type { Change } from "../../shared/changes.ts";
import type { GuestId, PartyId } from "../../shared/ids.ts";
import { Problem } from "../problem.ts";
import type { ChangeRanges } from "./imports.ts";

const mostNamed = 200;

interface InTheWay {
  partyId: PartyId;
  guestId?: GuestId;
  reason: "replied" | "changed" | "later-import";
  changeNumber: number;
}

/** Refuses when somebody has done something with these parties since, undone imports apart. */
export function refuseInUse(later: readonly Change[], imports: readonly ChangeRanges[]): void {
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
    { count: found.length, inTheWay: found.slice(0, mostNamed) },
  );
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
