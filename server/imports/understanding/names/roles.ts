import { foldAnswer } from "../answers/fold-answer.ts";
import { isGiven } from "./one-person.ts";

// What somebody is at the wedding, written behind the name.
const roles =
  /^(?:(?:the |her |his |our )?(?:best man|maid of hono(?:u)?r|matron of hono(?:u)?r|man of hono(?:u)?r|(?:junior )?bridesmaids?|(?:junior )?grooms?m[ae]n|ushers?|officiant|celebrant|flower girl|ring bearer|page boy|witness|bride|groom)|(?:mother|father|parents?|sister|brother|aunt|uncle|cousin|friend)s? of (?:the )?(?:bride|groom)|trauzeugen?|trauzeugin|brautjungfern?|blumenkind(?:er)?|brautmutter|brautvater|padrinos?|madrinas?|testigos?|damas? de honor|temoins?|demoiselles? d honneur|garcons? d honneur|testimoni?|damigella(?: d onore)?|getuigen?|ceremoniemeester)$/;

const tail = /^(?<name>.*\p{L}.*?)\s*(?<between>\s[-–—]|[,:])\s+(?<said>\S.*)$/u;

/** "John Smith - best man": the name, and what is said of its bearer. undefined: nothing is. */
export function takeRole(part: string): { name: string; said: string } | undefined {
  if (part.length > 200) return undefined;
  const { name, between, said } = tail.exec(part)?.groups ?? {};
  if (!name || !said) return undefined;
  if (roles.test(foldAnswer(said))) return { name, said };
  // A word in small letters after a dash is no name where names have capitals.
  const isRemark = /[-–—]/.test(between ?? "") && /\p{Lu}/u.test(name) &&
    /^\p{Ll}[^\p{Lu}\d@]*$/u.test(said) && !isGiven(said.split(/\s/u)[0]);
  return isRemark ? { name, said } : undefined;
}
