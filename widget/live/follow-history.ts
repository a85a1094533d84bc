import type { RsvpSession } from "../rsvp-session.ts";
import type { Page } from "../session/pages.ts";

/** What this form keeps in an entry of the browser's history. */
interface Mark {
  at: number;
  page: Page;
}

const name = "wedding-rsvp";

/**
 * Makes each page of a reply an entry of the browser's history. Going to the page of a neighbouring entry moves to that
 * entry, whichever Back was pressed; after the reply one Back leaves the page.
 */
export function followHistory(session: RsvpSession) {
  const known = readMark();
  const pages: (string | undefined)[] = [];
  let at = known?.at ?? 0;
  let begun = Boolean(known);
  if (known) pages[at] = JSON.stringify(known.page);

  function match() {
    const page = pageOf(session);
    if (page === undefined) return;
    if (page === null) {
      begun = false;
      if (at) history.go(-at);
      at = 0;
      return;
    }
    const text = JSON.stringify(page);
    if (begun && text === pages[at]) return;
    if (begun && text === pages[at - 1]) return go(-1);
    if (begun && text === pages[at + 1]) return go(1);
    const mark = { ...history.state, [name]: { at: begun ? at + 1 : at, page } };
    if (begun) history.pushState(mark, "");
    else history.replaceState(mark, "");
    if (begun) at++;
    begun = true;
    pages.length = at;
    pages[at] = text;
  }

  function go(step: 1 | -1) {
    at += step;
    history.go(step);
  }

  function turn() {
    const mark = readMark();
    if (!mark) return;
    at = mark.at;
    pages[at] = JSON.stringify(mark.page);
    // What was said on the page stays said when it is on the screen already.
    if (pages[at] !== JSON.stringify(pageOf(session))) session.reply?.turnTo(mark.page);
    match();
  }

  addEventListener("popstate", turn);
  match();
  return { match, stop: () => removeEventListener("popstate", turn) };
}

/** The page on the screen; null: none of a reply; undefined: not known yet. */
function pageOf({ state }: RsvpSession): Page | null | undefined {
  switch (state.step) {
    case "guests":
      return { step: state.step, guestIds: state.guestIds };
    case "coming":
    case "questions":
    case "review":
      return { step: state.step };
    case "loading":
    case "away":
      return undefined;
    default:
      return null;
  }
}

function readMark(): Mark | null {
  const mark: Mark | undefined = history.state?.[name];
  return mark?.page ? mark : null;
}
