import { findInvitationSchema, trapField } from "../../shared/party.ts";
import { problems } from "../../shared/problems.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { clearWithoutScript, countMissWithoutScript } from "../proofs/clear-without-script.ts";
import { findInvitation } from "../rsvp/find-invitation.ts";
import type { Trouble } from "../../widget/session/trouble.ts";
import type { FindFields } from "./fields.ts";
import { findPage } from "./find-page.ts";
import { openVisit } from "./open-visit.ts";
import { replyPage } from "./reply-page.ts";
import { stateFrom } from "./reply-state.ts";
import { see } from "./see.ts";
import { newKey } from "./show-invitation.ts";
import type { Showing } from "./showing.ts";

/** Opens the invitation of a name, or of a personal link that was written into the field. */
export async function find(
  deps: Pick<Deps, "sql" | "keys" | "now" | "config">,
  showing: Showing,
  fields: FindFields,
  address: string,
): Promise<Response> {
  const { site, form, path } = showing;
  const { name, "second-fact": secondFact = "", "so-far": soFar } = fields;
  const asked = "second-fact" in fields && fields["second-fact"] !== undefined;
  const refuse = (trouble: Trouble, status: number, asksSecondFact = asked) =>
    findPage(showing, { looking: { name, secondFact, asksSecondFact, soFar }, trouble, status });

  const linked = tokenIn(name);
  if (linked) return see(path, { rsvp: linked });
  if (!name.trim()) return await refuse({ code: "name-missing" }, 422);
  const fact = secondFact.trim();
  const wanted = findInvitationSchema.safeParse({ name, ...(fact && { secondFact: fact }) });
  if (!wanted.success) return await refuse({ code: "invalid-input" }, 422);

  try {
    const trapped = Boolean(fields[trapField]);
    await clearWithoutScript(deps, { what: "find", site, address, trapped });
    const { token } = await findInvitation(deps, site, wanted.data);
    if (!soFar) return see(path, { rsvp: token });
    // A visit that ended is taken up again where it was, with what was filled in.
    const visit = await openVisit(deps, site, token);
    const isSame = visit.view.party.guests.every(({ id }) => soFar.draft.guests[id]);
    if (!isSame || form.replies === "closed") return see(path, { rsvp: token });
    const state = stateFrom(showing, visit, soFar);
    return await replyPage(showing, state, { token, basedOn: soFar.basedOn, key: newKey() });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await countMissWithoutScript(deps, { site, address }, error);
    const { code } = error;
    const { status } = problems[code];
    if (code === "second-fact-needed") return await refuse({ code }, status, true);
    if (code === "invitation-not-found" && fact) {
      return await refuse({ code: "not-found-again" }, status);
    }
    const response = await refuse({ code }, status);
    if (error.retryAfter !== undefined) {
      response.headers.set("retry-after", String(error.retryAfter));
    }
    return response;
  }
}

/** The token of a personal link, however much of the link was copied. */
function tokenIn(typed: string): string | undefined {
  return /(?:^|rsvp=)([0-9a-z]{4,16}-\d{1,9}\.[\w-]{22})\s*$/.exec(typed.trim())?.[1];
}
