import { randomCharacters } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { linkOf } from "../guests/read-link.ts";
import { problems } from "../../shared/problems.ts";
import { Problem } from "../problem.ts";
import { beginReply } from "../../widget/session/replying.ts";
import { closedPage } from "./closed-page.ts";
import type { PlainQuery } from "./fields.ts";
import { findPage } from "./find-page.ts";
import { noteSentPage } from "./note-pages.ts";
import { type OpenVisit, openVisit } from "./open-visit.ts";
import { replyPage } from "./reply-page.ts";
import { savedPage } from "./saved-page.ts";
import type { Showing } from "./showing.ts";
import { withdrawPage } from "./withdraw-page.ts";

type Asking = Pick<Deps, "sql" | "keys" | "now" | "config">;

/** Where a guest is: before the invitation is open, on the first page of a reply, or at the saved one. Changes nothing. */
export async function showInvitation(
  deps: Asking,
  showing: Showing,
  query: PlainQuery,
): Promise<Response> {
  const { rsvp, said } = query;
  if (said === "noted") return await noteSentPage(showing);
  if (!rsvp) return await firstPage(showing);
  let visit: OpenVisit;
  try {
    visit = await openVisit(deps, showing.site, rsvp);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // Nothing was typed yet: whose visit has ended just looks for the invitation again.
    const code = error.code === "visit-expired" ? "link-missing" : error.code;
    if (showing.form.replies === "closed") return await closedPage(showing);
    return await findPage(showing, { trouble: { code }, status: problems[error.code].status });
  }
  return await invitationPage(deps, showing, visit, query);
}

export function firstPage(showing: Showing): Promise<Response> {
  return showing.form.replies === "closed" ? closedPage(showing) : findPage(showing);
}

async function invitationPage(
  deps: Asking,
  showing: Showing,
  visit: OpenVisit,
  { show, said }: PlainQuery,
): Promise<Response> {
  const { view, token, party } = visit;
  const isOpen = view.replies !== "closed";
  if (!view.reply && !isOpen) return await closedPage(showing);
  if (view.reply && isOpen && show === "withdraw") {
    return await withdrawPage(showing, visit, newKey());
  }
  if (view.reply && !(isOpen && show === "change")) {
    const { url } = await linkOf(deps, showing.site, party);
    return await savedPage(showing, visit, { fresh: said === "sent", link: url });
  }
  const begun = beginReply(showing.form, visit);
  const state = said === "withdrawn" ? { ...begun, withdrawn: true } : begun;
  const basedOn = view.reply?.changeNumber ?? null;
  return await replyPage(showing, state, { token, basedOn, key: newKey() });
}

/** Names one press of a button, however often it arrives. */
export function newKey(): string {
  return randomCharacters(24);
}
