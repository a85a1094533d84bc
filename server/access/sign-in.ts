import { randomCharacters } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { useLimits } from "../http/limits.ts";
import { Problem } from "../problem.ts";
import { mayCreateSites } from "./may-create-sites.ts";
import { sitesWithMember } from "./members.ts";
import { personOf } from "./person.ts";
import { insertSignInLink } from "./sign-in-links.ts";
import { sha256 } from "./sha256.ts";

/** Brings a sign-in link to whoever reads this mailbox. */
export type TellSignInLink = (mail: string, link: string) => Promise<void>;

const validMinutes = 15;
const perMail = { per: "caller", calls: 5, seconds: 900 } as const;

/**
 * Makes a sign-in link and has it told, if this person has anything to sign in for. Which of the two happened shows
 * neither in the answer nor in the time it takes. Problems: `too-many-requests`.
 */
export async function askToSignIn(
  deps: Pick<Deps, "sql" | "now" | "keys" | "config" | "log" | "tellSignInLink">,
  mail: string,
): Promise<void> {
  const { sql, keys, config, log } = deps;
  const now = deps.now();
  const person = await personOf(keys, mail);
  const use = { ...perMail, name: "sign-in links of a mailbox", caller: person.mailIndex };
  const wait = await useLimits(sql, [use], now);
  if (wait > 0) throw new Problem("too-many-requests", undefined, {}, wait);

  const sites = await sitesWithMember(sql, person.mailIndex);
  const welcome = sites.length > 0 || mayCreateSites(config, mail);
  const secret = randomCharacters(40);
  await insertSignInLink(sql, {
    ...person,
    secretHash: sha256(secret),
    // A stranger's is written all the same, and never works.
    expiresAt: new Date(now.getTime() + (welcome ? validMinutes * 60_000 : 0)),
  });
  if (!welcome) return;
  deps.tellSignInLink(mail, `${config.publicUrl}/sign-in#${secret}`)
    .catch((error: Error) => log("error", "sign-in link was not told", { error: error.name }));
}
