import type { Embed } from "../../shared/embed.ts";
import type { SiteSettings } from "../../shared/site.ts";
import { escapeHtml } from "../http/html.ts";
import { hostedPageUrl } from "./hosted-page-url.ts";

/** What the couple pastes into its page. */
export function embedCode(
  { slug, settings }: { slug: string; settings: Pick<SiteSettings, "names"> },
  publicUrl: string,
): Embed {
  const page = hostedPageUrl(publicUrl, slug);
  const names = escapeHtml(settings.names);
  const link = `<a href="${escapeHtml(page)}">Reply to the invitation of ${names}</a>`;
  const src = escapeHtml(`${publicUrl}/wedding-rsvp.js`);
  const script = `<script type="module" src="${src}"></script>`;
  const element = `<wedding-rsvp site="${escapeHtml(slug)}"></wedding-rsvp>`;
  const noscript = `<noscript>${link}</noscript>`;
  return {
    snippet: [script, element, noscript].join("\n"),
    script,
    element,
    div: `<div data-wedding-rsvp="${escapeHtml(slug)}"></div>`,
    noscript,
    iframe: [
      `<iframe src="${escapeHtml(page)}" title="Reply to the invitation of ${names}"`,
      `  width="100%" height="900" style="border: 0" loading="lazy"></iframe>`,
    ].join("\n"),
    page,
  };
}
