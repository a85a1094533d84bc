import { trapField } from "../../shared/party.ts";
import { drawAsked } from "./draw-asked.ts";
import { markup, type Piece } from "./markup.ts";
import type { Asked } from "./asked.ts";
import type { SoFar } from "./fields.ts";
import type { Said } from "./placing.ts";
import type { Showing } from "./showing.ts";

export interface Looking {
  name: string;
  secondFact: string;
  asksSecondFact: boolean;
  /** What was filled in before the visit ended. */
  soFar?: SoFar | undefined;
}

export const noLooking: Looking = { name: "", secondFact: "", asksSecondFact: false };

/** A name opens the invitation; where only links do, the link itself can be written here. */
export function findForm(
  showing: Showing,
  { name, secondFact, asksSecondFact, soFar }: Looking,
  said: readonly Said[] = [],
): Piece {
  const { words, form, path } = showing;
  const byName = form.finding.by === "name";
  const fact = asksSecondFact || form.finding.secondFact === "always";
  const common = { place: {}, take: (draft: SoFar["draft"]) => draft };
  const fields: Asked[] = [
    {
      ...common,
      name: "name",
      label: byName ? words.nameLabel : words.personalLink,
      hint: byName ? words.nameHint : undefined,
      control: byName
        ? { of: "text", value: name, most: 300, autocomplete: "name" }
        : { of: "text", value: name, most: 1000 },
    },
    ...(byName && fact
      ? [{
        ...common,
        name: "second-fact",
        label: words.secondFactLabel,
        hint: words.secondFactHint,
        control: { of: "text" as const, value: secondFact, most: 120 },
      }]
      : []),
  ];
  return markup`<form method="post" action="${path}/plain/find" novalidate>
  ${soFar ? markup`<input type="hidden" name="so-far" value="${JSON.stringify(soFar)}">` : ""}
  ${
    fields.map((asked) =>
      drawAsked(showing, { asked, trouble: said.find(({ at }) => at === asked.name)?.phrase })
    )
  }
  ${trap}
  <button class="primary">${words.find}</button>
</form>`;
}

/** What no person sees or fills in. */
export const trap =
  markup`<p class="unseen" aria-hidden="true"><input type="text" name="${trapField}"
  tabindex="-1" autocomplete="off"></p>`;
