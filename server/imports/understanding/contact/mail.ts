import { domainToASCII } from "node:url";
import { isOneEdit } from "../../../guests/one-edit.ts";
import { z } from "zod";
import { knownMistakes, likelyDomains, otherDomains } from "./likely-domains.ts";

export type ReadMail =
  | { valid: true; mail: string; repair?: string }
  | { valid: false; value: string; repair?: string };

/** All mail addresses of a cell: people write two, a name before, or "mailto:". */
export function readMails(cell: string): ReadMail[] {
  const whole = cleaned(cell);
  if (isMail(whole)) return [sound(whole)];
  return inPieces(cell).map((piece) => {
    const mail = cleaned(piece);
    if (isMail(mail)) return sound(mail);
    const repair = repaired(mail);
    return repair === undefined
      ? { valid: false, value: piece }
      : { valid: false, value: piece, repair };
  });
}

// What `mailSchema` asks for, without the report that a schema makes of it: a list has thousands.
export function isMail(text: string): boolean {
  return text.length <= 254 && z.regexes.email.test(text.trim());
}

// A comma may be a mistyped point: only where each piece has its own @ does it stand between two.
function inPieces(cell: string): string[] {
  const pieces = cell.split(/\s*(?:;|\||:::|\n|\/|\s(?:&|and|or|und|oder|y|et)\s)\s*/iu);
  return pieces.flatMap((piece) => {
    const byComma = piece.split(/\s*,\s*/u).filter(Boolean);
    if (byComma.length > 1 && byComma.every((each) => each.includes("@"))) return byComma;
    const bySpace = piece.split(/[\s,]+/u).filter(Boolean);
    const mails = bySpace.filter((each) => each.includes("@"));
    return mails.length > 1 && mails.length === bySpace.length ? mails : [piece];
  }).filter((piece) => piece.trim() !== "");
}

function cleaned(text: string): string {
  const trimmed = text.trim();
  const inBrackets = /<([^<>\s]+@[^<>\s]+)>\s*$/u.exec(trimmed)?.[1] ?? trimmed;
  const mail = inBrackets.replace(/^mailto:/i, "").replace(/^[<("'\s]+|[>)"'\s.,;]+$/gu, "");
  return withPlainDomain(mail);
}

// "jana@müller.example" is known to mail servers as "jana@xn--mller-kva.example".
function withPlainDomain(mail: string): string {
  const [, local, domain = ""] = /^([^@\s]+)@([^@\s]+)$/u.exec(mail) ?? [];
  if (!local || !/[^\x20-\x7e]/.test(domain)) return mail;
  const plain = domainToASCII(domain);
  return plain ? `${local}@${plain}` : mail;
}

function sound(mail: string): ReadMail {
  const better = likelier(mail);
  return better === undefined ? { valid: true, mail } : { valid: true, mail, repair: better };
}

function likelier(mail: string): string | undefined {
  const at = mail.lastIndexOf("@");
  const domain = mail.slice(at + 1).toLowerCase();
  if (likelyDomains.has(domain) || otherDomains.has(domain)) return undefined;
  const meant = domainLike(domain);
  return meant === undefined ? undefined : `${mail.slice(0, at)}@${meant}`;
}

// One list has few domains, and each of them many times.
const looked = new Map<string, string | undefined>();
const mostLooked = 1_000;

function domainLike(domain: string): string | undefined {
  if (looked.has(domain)) return looked.get(domain);
  if (looked.size >= mostLooked) looked.clear();
  const near = domain.length >= 7
    ? [...likelyDomains].find((likely) => isNear(likely, domain))
    : undefined;
  const meant = knownMistakes.get(domain) ?? near;
  looked.set(domain, meant);
  return meant;
}

// Of short domains a letter makes another one that is somebody's: web.de, wed.de.
function isNear(likely: string, domain: string): boolean {
  return likely.length >= 8 && isOneEdit(likely, domain);
}

function repaired(mail: string): string | undefined {
  const withSign = mail.includes("@") ? mail : mail.replace(/\s*[(\[]at[)\]]\s*|\s+at\s+/iu, "@");
  const tidy = withSign
    .replace(/\s+/gu, "")
    .replace(/,/g, ".")
    .replace(/@{2,}/g, "@")
    .replace(/\.{2,}/g, ".")
    .replace(/\.@/, "@")
    .replace(/@\./, "@");
  const [local = "", domain = ""] = tidy.split("@");
  const meant = knownMistakes.get(domain.toLowerCase());
  const mended = meant ? `${local}@${meant}` : withPlainDomain(tidy);
  const known = /^(\S+?)(gmail|hotmail|yahoo|outlook|icloud)\.com$/iu.exec(mended);
  const withAt = mended.includes("@") || !known ? mended : `${known[1]}@${known[2]}.com`;
  if (!isMail(withAt)) return undefined;
  return likelier(withAt) ?? withAt;
}
