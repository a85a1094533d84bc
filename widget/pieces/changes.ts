import { html, nothing } from "lit";
import type { Change, Changes } from "../changes-between.ts";
import type { SiteForm } from "../../shared/site.ts";
import type { Words } from "../words/words.ts";
import { drawNotice } from "./notice.ts";
import { drawSummary, drawTold, type Told } from "./summary.ts";

/** What will change, each beside what was saved; what stays is said quietly below. */
export function drawChanges(
  words: Words,
  { names }: SiteForm,
  { changes, same }: Changes,
  change: (part: Told) => unknown,
) {
  if (!changes.length) {
    return [drawNotice(words.nothingChanges), ...drawSummary(same, change)];
  }
  return html`
    <section class="changes" part="changes">
      <h3>${words.changesHeading}</h3>
      ${changes.map((one) => drawTold(drawChange(one), change(partOf(one))))}
    </section>
    <div class="same" part="same">${drawSummary(same, change)}</div>
  `;

  function drawChange({ part, guest, question, before, after }: Change) {
    const title = part === "word" ? words.wordLabel(names) : question ?? "";
    const heading = [guest?.name, title].filter(Boolean);
    return html`
      ${heading.length
        ? html`<p>${heading.map((one, at) => html`${at ? " · " : nothing}<bdi>${one}</bdi>`)}</p>`
        : nothing}
      ${before
        ? html`<p><span class="quiet" part="asked">${words.before}</span><br><del part="before">${before}</del></p>`
        : nothing}
      <p><span class="quiet" part="asked">${words.after}</span><br><ins part="after">${after ||
        "–"}</ins></p>
    `;
  }
}

function partOf({ part, guest }: Change): Told {
  return part === "coming" ? part : guest ?? "questions";
}
