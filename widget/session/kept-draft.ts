import type { Submission } from "../../shared/reply.ts";
import type { Draft } from "./draft.ts";
import type { Keeper } from "./outside.ts";
import type { Page } from "./pages.ts";

/** A reply on its way: the same key and words until the server has answered. */
export interface OwedReply {
  key: string;
  submission: Submission;
  /** When Send was pressed, in milliseconds. */
  at: number;
}

/** What a browser remembers of a reply that has not been saved yet. */
export interface KeptDraft {
  draft: Draft;
  page: Page;
  /** The change number of the reply that was on the server when this was begun. */
  basedOn: number | null;
  owed?: OwedReply;
}

/** After so long the server may have forgotten the key: the guest presses Send again. */
const owedFor = 12 * 60 * 60 * 1000;

/** Drafts by party, in the browser's memory. */
export function createDraftKeeper(keeper: Keeper, prefix: string, now: () => number) {
  const nameOf = (partyId: string) => `${prefix} ${partyId}`;
  return {
    read(partyId: string): KeptDraft | null {
      try {
        const kept: KeptDraft | null = JSON.parse(keeper.getItem(nameOf(partyId)) ?? "null");
        if (!kept?.draft?.guests) return null;
        const { owed, ...begun } = kept;
        return owed && now() - owed.at < owedFor ? kept : begun;
      } catch {
        return null;
      }
    },
    keep(partyId: string, kept: KeptDraft) {
      keeper.setItem(nameOf(partyId), JSON.stringify(kept));
    },
    drop(partyId: string) {
      keeper.removeItem(nameOf(partyId));
    },
  };
}
export type DraftKeeper = ReturnType<typeof createDraftKeeper>;
