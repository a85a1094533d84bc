import type { SiteForm } from "../../shared/site.ts";
import type { Deps } from "../deps.ts";
import { bestLanguage } from "../sites/best-language.ts";
import { hostedPageUrl } from "../sites/hosted-page-url.ts";
import { readForm } from "../sites/read-form.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";
import type { Formats } from "../../widget/words/formats.ts";
import { directionOf } from "../../widget/words/direction.ts";
import { chooseTag, loadLanguage } from "../../widget/words/languages.ts";
import { withPhrases } from "../../widget/words/own-phrases.ts";
import type { Words } from "../../widget/words/words.ts";

/** What every page needs: whose wedding it is, and the guest's language. */
export interface Showing {
  site: SiteHead;
  form: SiteForm;
  lang: string;
  dir: "ltr" | "rtl";
  words: Words;
  formats: Formats;
  /** Path of the server, and of the hosted page; the plain pages lie below that. */
  root: string;
  path: string;
}

/** Undefined: there is no such site. */
export async function showingOf(
  deps: Pick<Deps, "sql" | "now" | "config">,
  name: string | undefined,
  request: Request,
): Promise<Showing | undefined> {
  const site = await siteBy(deps.sql, name ?? "");
  if (!site) return undefined;
  const accepted = request.headers.get("accept-language");
  const lang = bestLanguage(site.settings.languages, accepted);
  return await showingIn(deps, site, lang, accepted);
}

/** `accepted`: the languages that the guest's browser asks for. */
export async function showingIn(
  deps: Pick<Deps, "sql" | "now" | "config">,
  site: SiteHead,
  lang: string,
  accepted: string | null,
): Promise<Showing> {
  const asked = languagesIn(accepted);
  const [form, { tag, words: standard, formats }] = await Promise.all([
    readForm(deps, site),
    // Dates are written as in the guest's region, where the couple names none.
    loadLanguage([chooseTag([lang], asked)]),
  ]);
  const words = withPhrases(standard, formats, form.phrases);
  const { pathname: path } = new URL(hostedPageUrl(deps.config.publicUrl, site.slug));
  const root = new URL(deps.config.publicUrl).pathname.replace(/\/$/, "");
  return { site, form, lang: tag, dir: directionOf(tag), words, formats, root, path };
}

/** The languages that a browser asks for. */
export function languagesIn(accepted: string | null): string[] {
  return (accepted ?? "").split(",").map((range) => range.replace(/;.*/, "").trim());
}
