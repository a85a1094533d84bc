import type { InvitationView } from "../../shared/party.ts";
import { createRsvpSession, type RsvpSession } from "../rsvp-session.ts";
import type { SentReply } from "../session/server.ts";
import type { Trouble } from "../session/trouble.ts";
import { aForm, aGuest, aSavedReply, aView } from "./invitation.ts";
import { anOutside, type Asked } from "./outside.ts";

type Answers = Record<string, (asked: Asked) => unknown>;
export const saved = (view: InvitationView) => ({
  reply: view.reply,
  changeNumber: view.reply?.changeNumber,
  view,
});
export const problem = (status: number, code: string, more = {}, headers = {}) => ({
  status,
  body: { code, status, ...more },
  headers,
});

/** A session against a server that finds one party; `answers` say what is different. */
export function aSession(answers: Answers = {}, view = aView({ guests: [aGuest("Ana")] })) {
  const usual: Answers = {
    "GET /form": () => ({ body: aForm() }),
    "POST /find": () => ({ body: { ...view, token: "token-1" } }),
    "GET /party": () => ({ body: view }),
    "PUT /party/reply": () => ({ body: saved({ ...view, reply: aSavedReply() }) }),
    "DELETE /party/reply": () => ({ body: { changeNumber: 8, view: { ...view, reply: null } } }),
    "POST /notes": () => ({ status: 201, body: {} }),
  };
  const line = anOutside(async (asked) => {
    const answer = { ...usual, ...answers }[`${asked.method} ${asked.path}`];
    if (!answer) throw new Error(`The test has no answer for ${asked.method} ${asked.path}`);
    return await answer(asked) as { body: unknown };
  });
  const troubles: Trouble[] = [];
  const submitted: SentReply[] = [];
  const withdrawn: number[] = [];
  const create = () =>
    createRsvpSession(line.outside, {
      onChange: () => {},
      onTrouble: (list) => troubles.push(...list),
      onSubmitted: (sent) => submitted.push(sent),
      onWithdrawn: (changeNumber) => withdrawn.push(changeNumber),
    });
  const sends = () => line.asked.filter((asked) => asked.method === "PUT");
  return { ...line, create, session: create(), troubles, submitted, withdrawn, sends };
}

/** What the files of a session that are loaded later are given. */
export function coreOf({ reply }: RsvpSession) {
  if (!reply) throw new Error("No invitation is open.");
  return reply.core;
}

/** Everything filled in, up to the review. */
export async function atReview(session: RsvpSession) {
  await session.start("link-1");
  session.reply?.answerForAll(true);
  session.reply?.changeGuest("guest_ana", { meals: { course_main: "meal_bass" } });
  session.reply?.next();
  session.reply?.next();
}
