import { html, nothing } from "lit";
import { drawDeadline } from "../pieces/deadline.ts";
import { drawField } from "../pieces/field.ts";
import { drawHeading } from "../pieces/heading.ts";
import { onSend, type Showing } from "../pieces/showing.ts";
import { drawTrap } from "../pieces/trap.ts";
import { drawTrouble, phraseOf, whileBusy } from "../pieces/trouble.ts";
import { drawWelcome } from "../pieces/welcome.ts";
import type { FindState } from "../session/state.ts";
import { drawCounter } from "../pieces/counter.ts";

/** The first step: a name opens the invitation. */
export function drawFind(showing: Showing, state: FindState) {
  const { words } = showing;
  const { form, trouble, note } = state;
  const byName = form.finding.by === "name";
  const { names, intro } = drawWelcome(showing, form);
  return html`
    <div class="step" part="step find">
      <div class="head" part="head">
        ${names} ${drawHeading(words.findHeading)} ${intro} ${drawDeadline(showing, form)}
      </div>
      ${byName ? drawSearch(showing, state) : drawLinkOnly()}
      ${trouble || !byName || note.status !== "closed"
        ? showing.drawNote?.(state) ?? nothing
        : nothing} ${drawCounter(
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
        : nothing} ${drawTrap((subject) => session.typeName({ subject }))}
      <button part="button primary" class="primary" aria-disabled="${busy && !trouble}">
        ${busy ? whileBusy(words, words.finding, trouble) : words.find}
      </button>
    </form>
  `;
}
