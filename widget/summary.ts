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

/** The name of a guest, or of whoever takes the seat; `seat`: what an unnamed one is called. */
export function nameOf(
  { words }: Pick<Telling, "words">,
  guest: Guest,
  said?: { name?: string | undefined },
  seat = words.seat,
) {
  return said?.name?.trim() || guest.name || seat;
}

function whoComes(
  telling: Telling,
  view: InvitationView,
  replies: { guest: Guest; reply: GuestReply | undefined }[],
): string[] {
  const { words, formats } = telling;
  const seat = words.seatInSentence;
  const begin = (sentence: string) =>
    sentence.startsWith(seat)
      ? sentence.charAt(0).toLocaleUpperCase(formats.lang) + sentence.slice(1)
      : sentence;
  // Guests who say the same are named in one sentence.
  const sentences = new Map<
    string,
    { say: (names: string, guests: number) => string; names: string[]; away: boolean }
  >();
  for (const { guest, reply } of replies) {
    const events = (attending: boolean | null) =>
      view.events.filter((event) =>
        reply?.replies.some((one) => one.eventId === event.id && one.attending === attending)
      ).map((event) => event.name);
    const [yes, unsure, no] = [events(true), events(null), events(false)];
    const some = yes.length + unsure.length > 0;
    if (!some && !no.length) continue;
    const group = JSON.stringify([yes, unsure, some && no]);
    const say = (names: string, guests: number) => {
      if (!some) return begin(words.staysAway(names, guests));
      const parts = [
        yes.length ? words.comes(names, formats.list(yes), guests) : "",
        unsure.length ? words.unsure(names, formats.list(unsure), guests) : "",
        no.length ? words.misses(names, formats.list(no), guests) : "",
      ];
      return parts.filter(Boolean).map(begin).join(" ");
    };
    const sentence = sentences.get(group) ?? { say, names: [], away: !some };
    sentence.names.push(nameOf(telling, guest, reply, seat));
    sentences.set(group, sentence);
  }
  return [...sentences.values()].map(({ say, names, away }) => {
    // That nobody takes a seat goes without saying where somebody stays away by name.
    const named = names.filter((name) => name !== seat);
    const told = away && named.length > 0 ? named : names;
    return say(formats.list(told), told.length);
  });
}

function forKitchen(
  { words, formats }: Telling,
  view: InvitationView,
  reply: GuestReply,
): string {
  const { apart } = formats;
  const inSentence = formats.inSentence ??
    ((word: string) => word.toLocaleLowerCase(formats.lang));
  const courses = view.events.flatMap((event) => event.courses);
  const chosen = Object.assign({}, ...reply.replies.map((one) => one.meals));
  const meals = courses.flatMap((course) =>
    course.meals.filter((meal) => chosen[course.id] === meal.id).map((meal) => apart(meal.name))
  );
  const allergies = reply.allergies.map(({ allergen, severity, note }) => {
    const other = allergen === "other" && note;
    const what = other ? note : inSentence(words.allergens[allergen], allergen);
    const suffers = words.suffers[severity](what);
    return !other && note ? `${suffers} – ${apart(note)}` : suffers;
  });
  const diets = reply.diets.map((diet) => inSentence(words.diets[diet], diet));
  const parts = [
    meals,
    [...diets, ...allergies],
    reply.kitchenNote ? [apart(reply.kitchenNote)] : [],
  ];
  const [comma, semicolon] = formats.pauses ?? [", ", "; "];
  return parts.filter((part) => part.length).map((part) => part.join(comma)).join(semicolon);
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
