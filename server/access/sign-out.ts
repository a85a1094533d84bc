import type { Deps } from "../deps.ts";
import { deleteSession } from "./sessions.ts";
import { sha256 } from "./sha256.ts";

/** Ends the session with this secret, on the server too. */
export async function signOut({ sql }: Pick<Deps, "sql">, secret: string): Promise<void> {
  await deleteSession(sql, sha256(secret));
}
