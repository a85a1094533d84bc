// Pure and free of zod.
import type { Deadline } from "./site.ts";

/** Whether a reply sent at `now` is taken as it is, taken and marked late, or refused. */
export function replyWindow(deadline: Deadline | null, now: Date): "open" | "late" | "closed" {
  if (!deadline || now.getTime() <= new Date(deadline.at).getTime()) return "open";
  return deadline.after;
}
