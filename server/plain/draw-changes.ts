import type { Change, Changes } from "../../widget/changes-between.ts";
import { drawSummary, drawTold } from "./draw-summary.ts";
import { markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

/** What will change, each beside what was saved; what stays is said quietly below. */
export function drawChanges(
  { words, form }: Showing,
  { changes, same }: Changes,
  change: (page: string, name: string) => Piece,
): Piece {
  const rest = markup`<div class="same">${drawSummary(same, change)}</div>`;
  if (changes.length === 0) return markup`<p class="notice">${words.nothingChanges}</p>${rest}`;
  return markup`<h2>${words.changesHeading}</h2>
    ${
    changes.map((one) => {
      const { part, guest } = one;
      const page = part === "coming" ? part : guest?.guestId ?? "questions";
      return drawTold(drawChange(one), change(page, guest?.name ?? ""));
    })
  }
    ${rest}`;

  function drawChange({ part, guest, question, before, after }: Change): Piece {
    const title = part === "word" ? words.wordLabel(form.names) : question ?? "";
    const heading = [guest?.name, title].filter(Boolean).join(" · ");
    return markup`${heading ? markup`<p><bdi>${heading}</bdi></p>` : ""}
      ${before ? markup`<p>${label(words.before)}<del>${before}</del></p>` : ""}
      <p>${label(words.after)}<ins>${after || "–"}</ins></p>`;
  }
}

function label(text: string): Piece {
  return markup`<span class="quiet">${text}</span><br>`;
}
