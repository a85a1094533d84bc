import { nothing } from "lit";
import { resumeDraft, takeOver } from "../session/other-reply.ts";
import type { ReplyState } from "../session/state.ts";
import { drawNotice } from "./notice.ts";
import type { ShowingReply } from "./showing.ts";

/** Another device saved a reply while this one is being filled in. */
export function drawElsewhere({ words, reply }: ShowingReply, state: ReplyState) {
  if (!state.elsewhere || (state.step === "review" && state.sending !== "no")) return nothing;
  return drawNotice(words.changedMeanwhile, {
    label: words.showOther,
    act: () => takeOver(reply.core),
  });
}

/** This device holds a reply that was begun and not sent. */
export function drawUnsent({ words, reply }: ShowingReply) {
  return drawNotice(words.unsent, { label: words.resumeDraft, act: () => resumeDraft(reply.core) });
}
