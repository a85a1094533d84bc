import type { Asked } from "./asked.ts";
import { drawAsked } from "./draw-asked.ts";
import type { NoteFields } from "./fields.ts";
import { trap } from "./find-form.ts";
import { markup, type Piece } from "./markup.ts";
import type { Said } from "./placing.ts";
import type { Showing } from "./showing.ts";

/** The way on for somebody whom the form cannot help: a word to the couple. */
export function noteForm(
  showing: Showing,
  { name = "", reach = "", text = "" }: Partial<NoteFields>,
  said: readonly Said[] = [],
): Piece {
  const { words, path } = showing;
  const common = { place: {}, take: (draft: Parameters<Asked["take"]>[0]) => draft };
  const fields: Asked[] = [
    {
      ...common,
      name: "note-name",
      label: words.noteName,
      control: { of: "text", value: name, most: 120, autocomplete: "name" },
    },
    {
      ...common,
      name: "note-reach",
      label: words.noteReach,
      optional: true,
      hint: words.noteReachHint,
      control: { of: "text", value: reach, most: 200 },
    },
    {
      ...common,
      name: "note-text",
      label: words.noteText,
      control: { of: "text", value: text, most: 1000, long: true },
    },
  ];
  return markup`<form method="post" action="${path}/plain/note" novalidate>
    ${
    fields.map((asked) =>
      drawAsked(showing, { asked, trouble: said.find(({ at }) => at === asked.name)?.phrase })
    )
  }
    ${trap}
    <button>${words.sendNote}</button>
  </form>`;
}

/** The note, out of the way until somebody needs it. */
export function noteBelow(showing: Showing, name = ""): Piece {
  const { words, form } = showing;
  return markup`<details>
  <summary>${words.askCouple(form.names)}</summary>
  <div>
    <h2>${words.noteHeading(form.names)}</h2>
    ${noteForm(showing, { name })}
  </div>
</details>`;
}
