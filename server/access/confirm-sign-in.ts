import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { mailOf } from "./person.ts";
import { sha256 } from "./sha256.ts";
import { takeSignInLink } from "./sign-in-links.ts";
import { startSession } from "./start-session.ts";

/** Uses a sign-in link up and starts a session. Problems: `sign-in-link-invalid`. */
export async function confirmSignIn(
  { sql, now, keys }: Pick<Deps, "sql" | "now" | "keys">,
  linkSecret: string,
): Promise<{ mail: string; secret: string }> {
  const linkHash = sha256(linkSecret);
  return await sql.begin(async (tx) => {
    const person = await takeSignInLink(tx, linkHash, now());
    if (!person) throw new Problem("sign-in-link-invalid");
    const secret = await startSession(tx, person, now());
    return { mail: await mailOf(keys, person), secret };
  });
}
