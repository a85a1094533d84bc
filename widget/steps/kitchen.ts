import { html, nothing } from "lit";
import type { Guest } from "../../shared/party.ts";
import { drawChoices } from "../pieces/choices.ts";
import type { Placing } from "../pieces/placing.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { type GuestDraft, guestIn } from "../session/draft.ts";
import type { ReplyState } from "../session/state.ts";
import { asideFile } from "./aside-file.ts";

/** Asked seriously and once: is there anything, then what, then how serious. */
export function drawKitchen(
  showing: ShowingReply,
  state: ReplyState,
  guest: Guest,
  placing: Placing,
) {
  const { words, reply } = showing;
  const said = guestIn(state.draft, guest.id);
  const change = (next: Partial<GuestDraft>) => reply.changeGuest(guest.id, next);
  return html`
    ${drawChoices({
      id: `${guest.id}-kitchen`,
      legend: words.kitchenQuestion,
      of: "one",
      as: "halves",
      choices: [
        { value: "no", label: words.kitchenNo, chosen: said.kitchen === false },
        { value: "yes", label: words.kitchenYes, chosen: said.kitchen === true },
      ],
      trouble: placing.at({ guestId: guest.id, allergen: "any" }),
      onChoose: (value) => change({ kitchen: value === "yes" }),
    })}
    ${said.kitchen ? asideFile.file?.drawNeeds({ showing, guest, said, change, placing }) : nothing}
  `;
}
