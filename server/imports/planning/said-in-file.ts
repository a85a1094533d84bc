import type { Contact } from "../../../shared/party.ts";
import type { ImportParty } from "../understanding/parties.ts";

const longestNote = 10_000;

/** The couple's note with what a file says in words added, each line once. */
export function withLines(note: string | undefined, lines: readonly string[]): string | undefined {
  const known = new Set(note?.split("\n"));
  const added: string[] = [];
  let length = note?.length ?? 0;
  for (const line of lines) {
    if (known.has(line) || length + line.length + 1 > longestNote) continue;
    known.add(line);
    added.push(line);
    length += line.length + 1;
  }
  return added.length === 0 ? note : [...note ? [note] : [], ...added].join("\n");
}

/** What a file says of a party in words that have no other place. */
export function linesOf({ notes, guests }: ImportParty): string[] {
  return [
    ...notes.map(({ label, text }) => line(label, text)),
    ...guests.flatMap(({ name, title, answers }) => [
      ...title ? [line("Title", title, name)] : [],
      ...answers.filter(({ question }) => question === null)
        .map(({ label, text }) => line(label, text, name)),
    ]),
  ];
}

/** `Song (Jane Doe): Hey Jude` */
export function line(label: string, text: string, name?: string | null): string {
  const of = [label, name ? `(${name})` : ""].filter(Boolean).join(" ");
  return `${of ? `${of}: ` : ""}${text}`.replace(/\s+/gu, " ").trim();
}

/** Contact data as a new party has it. */
export function contactOf({ contact }: ImportParty): Contact {
  const { name, mail, phone, address } = contact;
  return {
    ...name === null ? {} : { name },
    ...mail === null ? {} : { mail },
    ...phone === null ? {} : { phone: phone.number },
    ...address === null ? {} : { address },
  };
}
