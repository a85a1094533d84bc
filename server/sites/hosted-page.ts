import type { SiteSettings } from "../../shared/site.ts";
import type { Deps } from "../deps.ts";
import { escapeHtml, htmlPage } from "../http/html.ts";
import { bestLanguage } from "./best-language.ts";
import { formsScript } from "./forms-script.ts";
import { tellHeight } from "./frame-script.ts";
import { preloadWords } from "./preload-words.ts";
import { readForm } from "./read-form.ts";
import { siteBy, type SiteHead } from "./sites.ts";

/** What stands on the page for browsers in which our script does not run, as HTML. */
export interface WithoutScript {
  noscript: string;
  /** Below the form's place: seen until the element is there. */
  below: string;
  style: string;
}

/** The server's own page with a site's form: for the iframe, for personal links and for browsers without scripts. */
export async function hostedPage(
  deps: Pick<Deps, "sql" | "now" | "config">,
  name: string,
  acceptLanguage: string | null,
  withoutScript: (site: SiteHead, lang: string) => Promise<WithoutScript>,
): Promise<Response> {
  const site = await siteBy(deps.sql, name);
  if (!site) return await nothingHere();
  // The element speaks the page's language.
  const lang = bestLanguage(site.settings.languages, acceptLanguage);
  const [form, without] = await Promise.all([readForm(deps, site), withoutScript(site, lang)]);
  const script = formsScript(deps.config.publicUrl, [form]) + tellHeight;
  const response = await formPage(site, lang, without, script);
  response.headers.set("vary", "Accept-Language");
  return response;
}

async function formPage(
  { slug, settings }: SiteHead,
  lang: string,
  { noscript, below, style }: WithoutScript,
  script: string,
): Promise<Response> {
  const names = escapeHtml(settings.names);
  return htmlPage({
    lang,
    head: await preloadWords(lang),
    title: settings.names,
    style: styleOf(settings) + style,
    script,
    policy: {
      "form-action": "'self'",
      "script-src": "'self'",
      "connect-src": "'self'",
      "img-src": "'self' data:",
      "font-src": "'self'",
      "frame-ancestors": frameAncestors(settings.pages),
    },
    body: `
<main>
  <h1 class="unseen">${names}</h1>
  <wedding-rsvp site="${escapeHtml(slug)}"></wedding-rsvp>
  <noscript>${noscript}</noscript>
  ${below}
</main>
<script type="module" src="../wedding-rsvp.js"></script>`,
  });
}

/** What stands where no site is. */
export function nothingHere(): Promise<Response> {
  return htmlPage({
    status: 404,
    lang: "en",
    title: "No such page",
    style: styleOf(undefined),
    body: `
<main>
  <h1>There is no wedding at this address</h1>
  <p>Perhaps a letter got lost on the way? Please look at the invitation again, or ask the couple for their link.</p>
</main>`,
  });
}

/** Sources of `frame-ancestors`: the pages that may carry the form may frame it. */
export function frameAncestors(pages: readonly string[]): string {
  // The policy's grammar has no IPv6 addresses.
  return ["'self'", ...pages.filter((page) => !page.includes("["))].join(" ");
}

function styleOf(settings: Pick<SiteSettings, "theme"> | undefined): string {
  const { paper, ink } = settings?.theme ?? {};
  // Only together are the couple's colours sure to be readable.
  const [background, text] = paper && ink ? [paper, ink] : ["#faf7f2", "#2b2622"];
  return `
  :root { color-scheme: light; }
  body { margin: 0; background: ${background}; color: ${text}; font: 1.0625rem/1.6 Georgia, serif; }
  main { max-width: 40rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
  h1 { margin: 0 0 2rem; font-weight: 400; font-size: clamp(1.75rem, 6vw, 2.75rem); line-height: 1.2; text-align: center; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  a { color: inherit; }
`;
}
