import type { z } from "zod";
import { problems } from "../../shared/problems.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { withdrawReply } from "../rsvp/withdraw-reply.ts";
import { closedPage } from "./closed-page.ts";
import type { withdrawFieldsSchema } from "./fields.ts";
import { findPage } from "./find-page.ts";
import { openVisit } from "./open-visit.ts";
import { see } from "./see.ts";
import type { Showing } from "./showing.ts";

/** Takes the party's reply back. */
export async function withdraw(
  deps: Pick<Deps, "sql" | "keys" | "now" | "config" | "wake">,
  showing: Showing,
  { rsvp, key }: z.infer<typeof withdrawFieldsSchema>,
): Promise<Response> {
  try {
    const { party, by } = await openVisit(deps, showing.site, rsvp);
    await withdrawReply(deps, showing.site, party, { key, by });
    return see(showing.path, { rsvp, said: "withdrawn" });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status } = problems[error.code];
    if (error.code === "replies-closed") return await closedPage(showing, status);
    const code = error.code === "visit-expired" ? "link-missing" : error.code;
    return await findPage(showing, { trouble: { code }, status });
  }
}
