import { replyWindow } from "../../shared/reply-window.ts";
import type { SiteForm } from "../../shared/site.ts";
import type { Deps } from "../deps.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import type { SiteHead } from "./sites.ts";

/** What everybody may know of a site. Asks the database only for the counter, where the couple shows one. */
export async function readForm(
  { sql, now }: Pick<Deps, "sql" | "now">,
  site: SiteHead,
): Promise<SiteForm> {
  const eventId = site.settings.publicCounter;
  if (eventId === null) return formOf(site, null, now());
  const headcounts = await headcountsOf(sql, site.id);
  return formOf(site, headcounts.get(eventId)?.attending ?? 0, now());
}

export function formOf(
  { slug, settings }: Pick<SiteHead, "slug" | "settings">,
  attending: number | null,
  now: Date,
): SiteForm {
  const { names, date, zone, languages, intro, deadline, theme, finding, contact } = settings;
  const { notSure, phrases } = settings;
  return {
    site: slug,
    names,
    date,
    zone,
    languages,
    intro,
    deadline,
    replies: replyWindow(deadline, now),
    theme,
    finding,
    notSure,
    phrases,
    contact,
    counter: attending === null ? null : { attending },
  };
}
