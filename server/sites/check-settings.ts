import type { WeddingEvent } from "../../shared/events.ts";
import type { SiteSettings } from "../../shared/site.ts";
import { pageAllowed } from "../http/cors.ts";
import { Problem } from "../problem.ts";

/**
 * What no single field shows: the page that carries the form must be one that may, and a counter counts an event of
 * this site. Problems: `invalid-input`.
 */
export function checkSettings(
  { formPage, pages, publicCounter }: SiteSettings,
  events: readonly Pick<WeddingEvent, "id">[],
  publicUrl: string,
): void {
  if (formPage !== null) {
    const { origin } = new URL(formPage);
    if (!pageAllowed([...pages, new URL(publicUrl).origin], origin)) {
      throw invalid("formPage", `${origin} is not one of the site's pages: add it there, too.`);
    }
  }
  if (publicCounter !== null && !events.some(({ id }) => id === publicCounter)) {
    throw invalid("publicCounter", `No event of this site is ${publicCounter}.`);
  }
}

function invalid(field: keyof SiteSettings, message: string): Problem {
  return new Problem("invalid-input", message, { issues: [{ path: [field], message }] });
}
