import { randomCharacters } from "../../shared/ids.ts";
import type { Query } from "../database/sql.ts";
import { sessionDays } from "./session-cookie.ts";
import { insertSession, type Person } from "./sessions.ts";
import { sha256 } from "./sha256.ts";

/** Lets somebody in for thirty days; only the hash of the secret is kept. */
export async function startSession(sql: Query, person: Person, now: Date): Promise<string> {
  const secret = randomCharacters(40);
  await insertSession(sql, {
    ...person,
    secretHash: sha256(secret),
    expiresAt: new Date(now.getTime() + sessionDays * 86_400_000),
  });
  return secret;
}
