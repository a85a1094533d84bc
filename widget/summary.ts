import type { Guest, InvitationView } from "../shared/party.ts";
import type { Answer, Question } from "../shared/questions.ts";
import type { GuestReply, Submission } from "../shared/reply.ts";
import type { Formats } from "./words/formats.ts";
import type { Words } from "./words/words.ts";

/** A reply as one would say it. */
export interface Summary {
  /** Who comes to what, as sentences. */
  coming: string[];
  /** Per guest who comes: meals, diet, allergies, and answers to the couple's questions. */
  guests: { guestId: string; name: string; kitchen: string; answers: Line[] }[];
  /** The couple's questions to the party, and what was answered. */
  answers: Line[];
  note: string;
}

export interface Line {
  question: string;
  answer: string;
}

interface Telling {
  words: Words;
  formats: Formats;
}

/** Says a submission in sentences: "Ana and Leo will be there for Ceremony and Dinner." */
export function summarise(
  telling: Telling,
  view: InvitationView,
  said: Pick<Submission, "guests" | "answers" | "note">,
): Summary {
  const replies = view.party.guests.map((guest) => ({
    guest,
    reply: said.guests.find((one) => one.guestId === guest.id),
  }));
  return {
    coming: whoComes(telling, view, replies),
    guests: replies.flatMap(({ guest, reply }) => {
      if (!reply) return [];
      const kitchen = forKitchen(telling, view, reply);
      const answers = answered(telling, view.questions, "guest", reply.answers);
      if (!kitchen && !answers.length) return [];
      return { guestId: guest.id, name: nameOf(telling, guest, reply), kitchen, answers };
    }),
    answers: answered(telling, view.questions, "party", said.answers),
    note: said.note ?? "",
  };
}

/** The name of a guest, or of whoever takes the seat. */
export function nameOf(
  { words }: Pick<Telling, "words">,
  guest: Guest,
  said?: { name?: string | undefined },
) {
  return said?.name?.trim() || guest.name || words.seat;
}

function whoComes(
  telling: Telling,
  view: InvitationView,
  replies: { guest: Guest; reply: GuestReply | undefined }[],
): string[] {
  const { words, formats } = telling;
  // Guests who say the same are named in one sentence.
  const sentences = new Map<
    string,
    { say: (names: string, guests: number) => string; names: string[] }
  >();
  for (const { guest, reply } of replies) {
    const events = (attending: boolean) =>
      view.events.filter((event) =>
        reply?.replies.some((one) => one.eventId === event.id && one.attending === attending)
      ).map((event) => event.name);
    const [yes, no] = [events(true), events(false)];
    const group = JSON.stringify([yes, yes.length > 0 && no]);
    const say = (names: string, guests: number) =>
      yes.length
        ? [
          words.comes(names, formats.list(yes), guests),
          ...(no.length ? [words.misses(names, formats.list(no), guests)] : []),
        ].join(" ")
        : words.staysAway(names, guests);
    if (!yes.length && !no.length) continue;
    const sentence = sentences.get(group) ?? { say, names: [] };
    sentence.names.push(nameOf(telling, guest, reply));
    sentences.set(group, sentence);
  }
  return [...sentences.values()].map(({ say, names }) => say(formats.list(names), names.length));
}

function forKitchen({ words }: Telling, view: InvitationView, reply: GuestReply): string {
  const courses = view.events.flatMap((event) => event.courses);
  const chosen = Object.assign({}, ...reply.replies.map((one) => one.meals));
  const meals = courses.flatMap((course) =>
    course.meals.filter((meal) => chosen[course.id] === meal.id).map((meal) => meal.name)
  );
  const allergies = reply.allergies.map(({ allergen, severity, note }) => {
    const other = allergen === "other" && note;
    const what = other ? note : words.allergens[allergen].toLocaleLowerCase();
    const suffers = words.suffers(what, severity);
    return !other && note ? `${suffers} – ${note}` : suffers;
  });
  const diets = reply.diets.map((diet) => words.diets[diet].toLocaleLowerCase());
  const parts = [meals, [...diets, ...allergies], reply.kitchenNote ? [reply.kitchenNote] : []];
  return parts.filter((part) => part.length).map((part) => part.join(", ")).join("; ");
}

function answered(
  { words, formats }: Telling,
  questions: Question[],
  asked: Question["for"],
  answers: Record<string, Answer>,
): Line[] {
  return questions.flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined || question.for !== asked) return [];
    return { question: question.label, answer: sayAnswer(question, answer) };
  });

  function sayAnswer(question: Question, answer: Answer): string {
    if (typeof answer === "boolean") return answer ? words.yes : words.no;
    if (!("options" in question)) return String(answer);
    const chosen = question.options.filter((option) => answer.includes(option.id));
    return formats.list(chosen.map((option) => option.label));
  }
}
