import type { GuestId } from "../../../shared/ids.ts";
import type { Answers, Question } from "../../../shared/questions.ts";
import type { SealedReply } from "../../rsvp/sealed-reply.ts";
import type { MergedGuest } from "../duplicates/merged.ts";
import { allergiesCell, readAllergiesCell, readAnswerCell } from "../exporting/own-cells.ts";
import type { ImportGuest } from "../understanding/parties.ts";
import { line } from "./said-in-file.ts";

type SaidByGuest = SealedReply["guests"][number];

/** What a guest says for the kitchen and to the questions, and what of the file has no place there. */
export interface GuestWords {
  said: SaidByGuest;
  /** Of questions that are asked once of the party. */
  forParty: Answers;
  lines: string[];
}

const longestKitchenNote = 500;
const longestAnswer = 2000;

/** Puts what the file says beside what the guest said. Without a reply that says yes it all becomes the couple's note. */
export function wordsOfGuest(
  guest: MergedGuest,
  before: SaidByGuest | undefined,
  file: readonly ImportGuest[],
  { questions, comes, replied }: {
    questions: readonly Question[];
    comes: boolean;
    replied: boolean;
  },
): GuestWords {
  const id = `${guest.id}` as GuestId;
  const said: SaidByGuest = { diets: [], allergies: [], answers: {}, ...before, guestId: id };
  const words: GuestWords = { said, forParty: {}, lines: [] };
  const { name } = guest;
  const diets = guest.diets.filter((diet) => !said.diets.includes(diet));
  if (comes) said.diets = [...said.diets, ...diets];
  else if (diets.length > 0) words.lines.push(line("Diets", diets.join(", "), name));
  const { kitchenNote } = guest;
  if (kitchenNote && kitchenNote !== said.kitchenNote) {
    if (comes && kitchenNote.length <= longestKitchenNote) said.kitchenNote = kitchenNote;
    else words.lines.push(line("Kitchen note", kitchenNote, name));
  }
  const { allergies } = guest;
  if (allergies && allergies !== allergiesCell(said.allergies)) {
    const read = readAllergiesCell(allergies);
    if (comes && read) said.allergies = read;
    else words.lines.push(line("Allergies", allergies.replaceAll("\n", ", "), name));
  }
  for (const { question: asked, label, text } of file.flatMap(({ answers }) => answers)) {
    if (asked === null) continue;
    const question = questions.find(({ id }) => id === asked);
    const answer = question && readAnswerCell(question, text);
    const taken = question && answer !== undefined && text.length <= longestAnswer;
    if (taken && question.for === "party" && replied) words.forParty[question.id] = answer;
    else if (taken && question.for === "guest" && comes) {
      // What the guest has answered stands.
      said.answers = { [question.id]: answer, ...said.answers };
    } else words.lines.push(line(label, text, name));
  }
  return words;
}
