import { htmlPage } from "../http/html.ts";
import { frameAncestors } from "../sites/hosted-page.ts";
import { icon } from "./draw-asked.ts";
import { styleOf } from "./look.ts";
import { attribute, flag, markup, type Piece } from "./markup.ts";
import type { Said } from "./placing.ts";
import type { Showing } from "./showing.ts";

interface PlainPage {
  status?: number;
  heading: string;
  /** "2 of 4" */
  progress?: string;
  /** What the page is about before its heading: the couple, the party. */
  over?: Piece;
  /** What is said under it, before anything is asked. */
  under?: Piece;
  /** What is wrong on the page; `at` is the id of the control to put it right with. */
  troubles?: readonly Said[];
  /** Told without anybody having done anything wrong. */
  calm?: boolean;
  body: Piece;
  /** Holds what a guest typed: kept by this browser alone, so that its Back button finds it again. */
  kept?: boolean;
}

const mostSaid = 4;

/** A page without any script, in the site's look. */
export async function plainPage(showing: Showing, page: PlainPage): Promise<Response> {
  const { site, form, lang, dir } = showing;
  const {
    status,
    heading,
    progress,
    over = "",
    under = "",
    troubles = [],
    calm,
    body,
    kept = false,
  } = page;
  const sheet = markup`
<main class="paper" data-theme="${form.theme.preset}">
  <div class="step">
    ${drawTroubles(troubles, calm)}
    <div class="head">
      ${over}
      ${progress ? markup`<p class="progress quiet" id="progress">${progress}</p>` : ""}
      <h1${attribute("aria-describedby", progress && "progress")}>${heading}</h1>
      ${under}
    </div>
    ${body}
  </div>
</main>`;
  const phrases = calm ? [] : troubles.slice(0, 1).map(({ phrase }) => phrase);
  const response = await htmlPage({
    ...(status ? { status } : {}),
    lang,
    dir,
    // Whoever hears the page hears the trouble first.
    title: [...phrases, heading, form.names].join(" · "),
    style: await styleOf(form.theme),
    body: String(await sheet),
    policy: {
      "form-action": "'self'",
      "frame-ancestors": frameAncestors(site.settings.pages),
    },
  });
  response.headers.set("vary", "Accept-Language");
  response.headers.set("cache-control", kept ? "private, no-cache" : "no-store");
  return response;
}

function drawTroubles(troubles: readonly Said[], calm = false): Piece | "" {
  if (troubles.length === 0) return "";
  // A large party that answered nothing is not shown a wall: the rest stands at its places.
  const first = troubles.slice(0, mostSaid);
  const said = ({ phrase, at }: Said) => at ? markup`<a href="#${at}">${phrase}</a>` : phrase;
  return markup`
    <div class="${calm ? "notice" : "troubles"}" role="alert" tabindex="-1"${
    flag("autofocus", true)
  }>
      ${calm ? "" : icon}
      <ul>${first.map((one) => markup`<li>${said(one)}</li>`)}</ul>
    </div>`;
}
