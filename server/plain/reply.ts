import { problems } from "../../shared/problems.ts";
import { submissionSchema } from "../../shared/reply.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { viewParty } from "../rsvp/read-party.ts";
import { submitReply } from "../rsvp/submit-reply.ts";
import { pageForTrouble, pageToFinish, turnTo } from "../../widget/session/replying.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import { submissionOf } from "../../widget/session/submission.ts";
import { type Trouble, troubleFrom } from "../../widget/session/trouble.ts";
import { closedPage } from "./closed-page.ts";
import type { ReplyFields } from "./fields.ts";
import { findPage } from "./find-page.ts";
import { noLooking } from "./find-form.ts";
import { type OpenVisit, openVisit } from "./open-visit.ts";
import { replyPage } from "./reply-page.ts";
import { stateFrom, withAnswers } from "./reply-state.ts";
import { see } from "./see.ts";
import { newKey } from "./show-invitation.ts";
import type { Showing } from "./showing.ts";
import { turnPage } from "./turn-page.ts";

type Asking = Pick<Deps, "sql" | "keys" | "now" | "config" | "wake">;

/** Takes what was answered on one page, and shows the next; or sends the reply. */
export async function reply(
  deps: Asking,
  showing: Showing,
  fields: ReplyFields,
): Promise<Response> {
  const { rsvp: token, "so-far": soFar, go, key } = fields;
  let visit: OpenVisit;
  try {
    visit = await openVisit(deps, showing.site, token);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code } = error;
    const looking = { ...noLooking, soFar };
    return await findPage(showing, { looking, trouble: { code }, status: problems[code].status });
  }
  const state = withAnswers(showing, stateFrom(showing, visit, soFar), soFar, fields);
  if (go === "send" && key) return await send(deps, showing, { visit, state, key });
  // A press of Send that is repeated is answered as the first was; all else ends with the deadline.
  if (visit.view.replies === "closed") return await closedPage(showing, 409);
  const turned = turnPage(showing, state, go, soFar.shown);
  return await replyPage(showing, turned.state, {
    token,
    basedOn: soFar.basedOn,
    key: newKey(),
    next: turned.next,
    ...statusOf(turned.state),
  });
}

async function send(
  deps: Asking,
  showing: Showing,
  { visit, state, key }: { visit: OpenVisit; state: ReplyState; key: string },
): Promise<Response> {
  const { token, party, by, view } = visit;
  const show = (state: ReplyState, status = {}) => {
    const basedOn = view.reply?.changeNumber ?? null;
    return replyPage(showing, state, {
      token,
      basedOn,
      key: newKey(),
      ...statusOf(state),
      ...status,
    });
  };
  const unfinished = pageToFinish(state);
  if (unfinished) return await show(unfinished);
  const submission = submissionSchema.safeParse(submissionOf(view, state.draft));
  if (!submission.success) {
    return await show(turnTo(state, { step: "review" }, [{ code: "invalid-input" }]));
  }
  try {
    await submitReply(deps, showing.site, party, { key, submission: submission.data, by });
    return see(showing.path, { rsvp: token, said: "sent" });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status } = problems[error.code];
    if (error.code === "replies-closed") return await closedPage(showing, status);
    // The couple may have changed the menu, the seats or the questions since the page was drawn.
    const now = { ...visit, view: await viewParty(deps, showing.site, party) };
    const fresh = { ...state, visit: now };
    return await show(pageForTrouble(fresh, troubleOf(error)), { status });
  }
}

function statusOf({ troubles }: ReplyState): { status?: number } {
  if (troubles.length === 0) return {};
  return { status: troubles.some(({ code }) => code === "event-full") ? 409 : 422 };
}

function troubleOf({ code, more }: Problem): Trouble {
  return troubleFrom({ code, ...more });
}
