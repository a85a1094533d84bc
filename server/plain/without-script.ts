import type { Deps } from "../deps.ts";
import type { WithoutScript } from "../sites/hosted-page.ts";
import type { SiteHead } from "../sites/sites.ts";
import { findForm, noLooking } from "./find-form.ts";
import { markup } from "./markup.ts";
import { type Showing, showingIn } from "./showing.ts";

// The link is seen until the element is there; keyboards and screen readers still find it then.
const style = `
  .plain { margin-block-start: 2rem; text-align: center; }
  wedding-rsvp:defined ~ .plain:not(:focus-within) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: -1px; }
  .unseen { margin: -1px; white-space: nowrap; }
  noscript form, noscript .field { display: grid; gap: 0.75rem; }
  noscript p { margin: 0; }
  noscript input, noscript button { box-sizing: border-box; width: 100%; min-height: 48px; padding: 0.5rem 0.75rem; font: inherit; font-size: max(1em, 16px); border: 1px solid currentColor; border-radius: 8px; background: none; color: inherit; }
  noscript .unseen input { min-height: 0; }
`;

/** What stands on the hosted page where our script does not run: the first step itself, and the way to the plain pages. */
export async function withoutScript(
  deps: Pick<Deps, "sql" | "now" | "config">,
  site: SiteHead,
  lang: string,
  { accepted, token }: { accepted: string | null; token: string | undefined },
): Promise<WithoutScript> {
  const showing = await showingIn(deps, site, lang, accepted);
  const { words, path } = showing;
  const query = token === undefined ? "" : `?rsvp=${encodeURIComponent(token)}`;
  const link =
    markup`<p class="plain" dir="${showing.dir}"><a href="${path}/plain${query}">${words.plainForm}</a></p>`;
  return {
    noscript: String(await firstStep(showing, token)),
    below: String(await link),
    style,
  };
}

function firstStep(showing: Showing, token: string | undefined) {
  const { words, form, dir, path } = showing;
  const head = markup`<h2>${words.findHeading}</h2>`;
  if (token !== undefined) {
    // A personal link is not asked who it is for.
    return markup`<form method="get" action="${path}/plain" dir="${dir}">${head}
    <input type="hidden" name="rsvp" value="${token}"><button>${words.find}</button></form>`;
  }
  if (form.replies === "closed") return markup``;
  return markup`<div dir="${dir}">${head}${findForm(showing, noLooking)}</div>`;
}
