import type { AnyRoute } from "./route.ts";

/** A reply of sixty guests is half of the guests' limit; menus and lists, which members send, are larger. */
const guestBodyLimit = 64 * 1024;
const memberBodyLimit = 1024 * 1024;

/** How many bytes of body a route takes. */
export function bodyLimitOf({ who, bodyLimit }: Pick<AnyRoute, "who" | "bodyLimit">): number {
  const isMembers = who === "viewer" || who === "planner" || who === "owner";
  return bodyLimit ?? (isMembers ? memberBodyLimit : guestBodyLimit);
}
