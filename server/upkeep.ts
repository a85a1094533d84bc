import { forgetSessions } from "./access/sessions.ts";
import { forgetSignInLinks } from "./access/sign-in-links.ts";
import type { Deps } from "./deps.ts";
import { forgetLimits } from "./http/limits.ts";
import { forgetPreviews } from "./imports/imports.ts";
import { forgetDeliveries } from "./webhooks/deliveries.ts";
import { forgetSubmissions } from "./rsvp/submissions.ts";

const submissionDays = 14;
const deliveryDays = 90;
const previewDays = 30;

/** Deletes what has had its time; for a schedule. */
export async function forgetExpired({ sql, now }: Pick<Deps, "sql" | "now">): Promise<void> {
  const at = now();
  await forgetSignInLinks(sql, at);
  await forgetSessions(sql, at);
  await forgetLimits(sql, at);
  await forgetDeliveries(sql, new Date(at.getTime() - deliveryDays * 86_400_000));
  await forgetPreviews(sql, new Date(at.getTime() - previewDays * 86_400_000));
  await forgetSubmissions(sql, new Date(at.getTime() - submissionDays * 86_400_000));
}
