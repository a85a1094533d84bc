import type { Line, Summary } from "./summary.ts";

/** A part of a reply that changes: what was said so far, and what will be. Empty: nothing. */
export interface Change {
  part: "coming" | "kitchen" | "answer" | "word";
  /** Whose it is; without a guest, the party's. */
  guest?: { guestId: string; name: string };
  question?: string;
  before: string;
  after: string;
}

export interface Changes {
  changes: Change[];
  /** What stays as it was. */
  same: Summary;
}

const nobody: Omit<Summary["guests"][number], "guestId" | "name"> = { kitchen: "", answers: [] };

/** What a new reply says otherwise than the one before it; of guests who now stay away nothing but that. */
export function changesBetween(
  before: Summary,
  after: Summary,
  comers: readonly { id: string }[],
): Changes {
  const comes = (guestId: string) => comers.some(({ id }) => id === guestId);
  const guestIds = new Set([...after.guests, ...before.guests].map(({ guestId }) => guestId));
  const changes = [
    ...whoComes(before.coming, after.coming),
    ...[...guestIds].filter(comes).flatMap((guestId) => {
      const was = before.guests.find((one) => one.guestId === guestId);
      const is = after.guests.find((one) => one.guestId === guestId);
      const guest = { guestId, name: (is ?? was)?.name ?? "" };
      const [from, to] = [was ?? nobody, is ?? nobody];
      return [
        ...between({ part: "kitchen", guest }, from.kitchen, to.kitchen),
        ...answers(from.answers, to.answers, { guest }),
      ];
    }),
    ...answers(before.answers, after.answers),
    ...between({ part: "word" }, before.note, after.note),
  ];
  const same = (lines: Line[], others: Line[]) =>
    lines.filter(({ question, answer }) => answer === answerTo(question, others));
  return {
    changes,
    same: {
      coming: after.coming.filter((sentence) => before.coming.includes(sentence)),
      guests: after.guests.flatMap((guest) => {
        const was = before.guests.find((one) => one.guestId === guest.guestId) ?? nobody;
        const kitchen = was.kitchen === guest.kitchen ? guest.kitchen : "";
        const kept = same(guest.answers, was.answers);
        return kitchen || kept.length ? [{ ...guest, kitchen, answers: kept }] : [];
      }),
      answers: same(after.answers, before.answers),
      note: before.note === after.note ? after.note : "",
    },
  };
}

function whoComes(before: string[], after: string[]): Change[] {
  const only = (these: string[], those: string[]) =>
    these.filter((sentence) => !those.includes(sentence)).join("\n");
  return between({ part: "coming" }, only(before, after), only(after, before));
}

function answers(before: Line[], after: Line[], whose: Pick<Change, "guest"> = {}): Change[] {
  const questions = new Set([...after, ...before].map(({ question }) => question));
  return [...questions].flatMap((question) =>
    between(
      { part: "answer", ...whose, question },
      answerTo(question, before),
      answerTo(question, after),
    )
  );
}

function answerTo(question: string, lines: Line[]): string {
  return lines.find((line) => line.question === question)?.answer ?? "";
}

function between(about: Omit<Change, "before" | "after">, before: string, after: string): Change[] {
  return before === after ? [] : [{ ...about, before, after }];
}
