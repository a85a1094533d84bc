import { problems } from "../../shared/problems.ts";
import { htmlPage } from "../http/html.ts";
import type { Asked } from "../http/route.ts";
import type { Problem } from "../problem.ts";
import { nothingHere } from "../sites/hosted-page.ts";
import { directionOf } from "../../widget/words/direction.ts";
import { chooseTag, loadLanguage } from "../../widget/words/languages.ts";
import { drawContact } from "./draw-contact.ts";
import { styleOf } from "./look.ts";
import { markup } from "./markup.ts";
import { noteBelow } from "./note-form.ts";
import { plainPage } from "./page.ts";
import { phraseOf } from "./placing.ts";
import { languagesIn, type Showing, showingOf } from "./showing.ts";

/** What a person sees where a program would get a problem: kind words and a way on. */
export async function troublePage(
  problem: Problem,
  { deps, params, request }: Asked,
): Promise<Response> {
  const { code, retryAfter } = problem;
  const response = code === "database-away"
    ? await awayPage(request)
    : await pageOf(problem, await showingOf(deps, params.name, request));
  if (retryAfter !== undefined) response.headers.set("retry-after", String(retryAfter));
  return response;
}

async function pageOf({ code }: Problem, showing: Showing | undefined): Promise<Response> {
  if (!showing) return await nothingHere();
  const { words, path } = showing;
  return await plainPage(showing, {
    status: problems[code].status,
    heading: words.awayHeading,
    troubles: [{ phrase: phraseOf(showing, { code }) }],
    body: markup`
    <p><a class="button" href="${path}/plain">${words.retry}</a></p>
    ${noteBelow(showing)}
    ${drawContact(showing)}`,
  });
}

/** Nothing is known of the site: the guest's own language has to do. */
async function awayPage(request: Request): Promise<Response> {
  const asked = languagesIn(request.headers.get("accept-language"));
  const { tag, words } = await loadLanguage([chooseTag(asked)]);
  const phrase = words.problems["database-away"];
  const body = markup`
<main class="paper" data-theme="page"><div class="step">
  <h1>${words.awayHeading}</h1>
  <p>${typeof phrase === "string" ? phrase : ""}</p>
  <p><a class="button" href="">${words.retry}</a></p>
</div></main>`;
  const response = await htmlPage({
    status: problems["database-away"].status,
    lang: tag,
    dir: directionOf(tag),
    title: words.awayHeading,
    style: await styleOf({ preset: "page" }),
    body: String(await body),
  });
  response.headers.set("cache-control", "no-store");
  return response;
}
