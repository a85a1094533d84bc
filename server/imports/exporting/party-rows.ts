import type { CourseId, EventId } from "../../../shared/ids.ts";
import type { Contact } from "../../../shared/party.ts";
import type { GuestWithReplies } from "../../headcount/counted-party.ts";
import type { SealedReply } from "../../rsvp/sealed-reply.ts";
import type { ListedWedding, OwnColumn } from "./headers.ts";
import { allergiesCell, answerCell, cellNames, dietsCell } from "./own-cells.ts";
import { ageWords, type OwnReply, replyWords, seatWords } from "./own-words.ts";

/** A party with all that it said. */
export interface ExportedParty {
  id: string;
  name: string;
  contact: Contact;
  guests: readonly Omit<GuestWithReplies, "partyId">[];
  /** null: no reply yet. */
  reply: SealedReply | null;
}

/** A row of cells for each guest of a party, in the order of the columns. */
export function rowsOfParties(
  wedding: ListedWedding,
  columns: readonly OwnColumn[],
): (party: ExportedParty) => string[][] {
  const meals = mealNames(wedding);
  const questions = new Map(wedding.questions.map((question) => [question.id, question]));

  function cell(column: OwnColumn, party: ExportedParty, at: number): string {
    const guest = party.guests[at];
    if (!guest) return "";
    const said = party.reply?.guests.find(({ guestId }) => guestId === guest.id);
    const ofParty = (text: string | undefined) => at === 0 ? text ?? "" : "";
    switch (column.kind) {
      case "party":
        return party.name;
      case "guest":
        return guest.name ?? "";
      case "seat":
        return seatWords[guest.kind];
      case "age":
        return ageWords[guest.age];
      case "contact":
        return ofParty(party.contact.name);
      case "mail":
        return ofParty(party.contact.mail);
      case "phone":
        return ofParty(party.contact.phone);
      case "address":
        return ofParty(party.contact.address);
      case "reply":
        return replyWords[replyOf(guest, column.event)];
      case "meal": {
        const reply = guest.replies.find(({ eventId }) => eventId === column.event);
        const meal = reply?.meals[column.course];
        return meal === undefined ? "" : meals.get(column.course)?.get(meal) ?? "";
      }
      case "answer": {
        const question = questions.get(column.question);
        if (!question) return "";
        return question.for === "guest"
          ? answerCell(question, said?.answers[question.id])
          : ofParty(answerCell(question, party.reply?.answers[question.id]));
      }
      case "diets":
        return dietsCell(said?.diets ?? []);
      case "allergies":
        return allergiesCell(said?.allergies ?? []);
      case "kitchenNote":
        return said?.kitchenNote ?? "";
      case "note":
        return ofParty(party.reply?.note);
      case "guestId":
        return guest.id;
      case "partyId":
        return party.id;
      default:
        return column satisfies never;
    }
  }

  return (party) => party.guests.map((_, at) => columns.map((column) => cell(column, party, at)));
}

function replyOf(guest: ExportedParty["guests"][number], event: EventId): OwnReply {
  if (!guest.events.includes(event)) return "not-invited";
  const reply = guest.replies.find(({ eventId }) => eventId === event);
  if (!reply) return "pending";
  if (reply.attending === null) return "unsure";
  return reply.attending ? "attending" : "declined";
}

function mealNames({ events }: ListedWedding): Map<CourseId, Map<string, string>> {
  return new Map(
    events.flatMap(({ courses }) =>
      courses.map((
        { id, meals },
      ) => [id, cellNames<{ id: string; name: string }>(meals, ({ name }) => name)])
    ),
  );
}
