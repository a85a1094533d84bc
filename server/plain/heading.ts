import { guestIn } from "../../widget/session/draft.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import { partyQuestions } from "../../widget/session/submission.ts";
import { nameOf } from "../../widget/summary.ts";
import { isChoosing } from "./ask-guests.ts";
import type { Section } from "./asked.ts";
import type { Showing } from "./showing.ts";

/** What a page of the reply is headed. */
export function headingOf({ words }: Showing, state: ReplyState, sections: Section[]): string {
  const { draft, visit: { view } } = state;
  switch (state.step) {
    case "coming":
      return words.comingHeading;
    case "guests": {
      const [only, another] = sections;
      const alone = only?.guest && !another && view.party.guests.length > 1 ? only.guest : null;
      const name = alone && nameOf({ words }, alone, guestIn(draft, alone.id));
      if (!isChoosing(sections)) return name ?? words.kitchenHeading;
      return name ? words.mealsOf(name) : words.mealsHeading;
    }
    case "questions":
      return partyQuestions(view, draft).length > 0 ? words.questionsHeading : words.wordHeading;
    case "review":
      return words.reviewHeading;
    default:
      return state satisfies never;
  }
}
