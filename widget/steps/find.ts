import { html, nothing } from "lit";
import { drawField } from "../pieces/field.ts";
import { drawHeading } from "../pieces/heading.ts";
import { onSend, type Showing } from "../pieces/showing.ts";
import { drawTrouble, phraseOf } from "../pieces/trouble.ts";
import type { FindState } from "../session/state.ts";
import { drawCounter } from "../pieces/counter.ts";

/** The first step: a name opens the invitation. */
export function drawFind(showing: Showing, state: FindState) {
  const { words, formats } = showing;
  const { form, trouble } = state;
  const byName = form.finding.by === "name";
  return html`
    <div class="step first" part="step find">
      <div class="head">
        <p class="quiet" part="names"><bdi>${form.names}</bdi> · ${formats.day(form.date)}</p>
        ${drawHeading(words.findHeading)}
        <slot name="intro">${form.intro ? html`<p class="intro">${form.intro}</p>` : nothing}</slot>
        ${drawDeadline(showing, state)}
      </div>
      ${byName ? drawSearch(showing, state) : drawLinkOnly()}
      ${trouble || !byName ? showing.drawNote?.(state) ?? nothing : nothing} ${drawCounter(
        showing,
        form,
      )}
    </div>
  `;

  function drawLinkOnly() {
    const about = trouble && phraseOf(words, trouble, { names: form.names });
    return html`${drawTrouble("find-trouble", about)}
      <p>${words.linkOnly}</p>`;
  }
}

/** What the guest is told without having done anything wrong. */
const calm = new Set<string | undefined>(["second-fact-needed", "visit-expired"]);

function drawSearch({ words, session }: Showing, state: FindState) {
  const { form: { names }, trouble, asksSecondFact, busy } = state;
  const phrase = trouble && phraseOf(words, trouble, { names });
  const atName = trouble?.code === "name-missing" || !asksSecondFact;
  return html`
    <form class="${calm.has(trouble?.code) ? "calm" : nothing}" novalidate @submit="${onSend(
      session.find,
    )}">
      ${drawField({
        id: "name",
        label: words.nameLabel,
        hint: words.nameHint,
        value: state.name,
        most: 120,
        autocomplete: "name",
        trouble: atName ? phrase : undefined,
        onType: (name) => session.typeName({ name }),
      })} ${asksSecondFact
        ? drawField({
          id: "second-fact",
          label: words.secondFactLabel,
          hint: words.secondFactHint,
          value: state.secondFact,
          most: 120,
          trouble: atName ? undefined : phrase,
          onType: (secondFact) => session.typeName({ secondFact }),
        })
        : nothing}
      <button part="button primary" class="primary" aria-disabled="${busy}">
        ${busy ? words.finding : words.find}
      </button>
    </form>
  `;
}

function drawDeadline({ words, formats }: Showing, { form }: FindState) {
  const { deadline, zone, replies } = form;
  if (!deadline) return nothing;
  const day = formats.dayIn(deadline.at, zone);
  return html`
    <p class="quiet" part="deadline">${replies === "late"
      ? words.lateHint(day)
      : words.replyBy(day)}</p>
  `;
}
