/** A wedding that requests are made at, as far as a caller knows it. */
export interface Wedding {
  id: string;
  slug: string;
  page: string;
  /** Ids of what it has, by kind. */
  ids: Record<string, string[]>;
}

/** Whose credentials a request brings, and what they open. */
export interface Caller {
  name: string;
  headers: Record<string, string>;
  /** Somebody signed in. */
  person?: true;
  /** The wedding whose guest this is. */
  guestOf?: Wedding;
  /** The wedding that this caller manages, and how far. */
  role?: { of: Wedding; is: "viewer" | "planner" | "owner" };
}

/** Everything that requests are made of, beside the document. */
export interface World {
  server: string;
  /** The first is the one that most requests are about. */
  weddings: readonly [Wedding, ...Wedding[]];
  callers: readonly Caller[];
  /** Bodies that get far, by the operation's id; each is made anew for every batch of requests. */
  examples: Record<string, unknown[]>;
}

const ranks = ["viewer", "planner", "owner"];

/** Whether an operation is open to this caller, at this wedding. */
export function isOpenTo(who: string, caller: Caller, wedding: Wedding | undefined): boolean {
  if (who === "anyone" || who === "visitor") return true;
  if (who === "person") return caller.person ?? false;
  if (!wedding) return false;
  if (who === "guest") return caller.guestOf === wedding;
  const { role } = caller;
  return role?.of === wedding && ranks.indexOf(role.is) >= ranks.indexOf(who);
}

/** Who brings no credentials. */
export function nobody({ callers: [first = { name: "nobody", headers: {} }] }: World): Caller {
  return first;
}
