import type { Embed } from "../../shared/embed.ts";
import type { SiteSettings } from "../../shared/site.ts";
import { escapeHtml } from "../http/html.ts";
import { hostedPageUrl } from "./hosted-page-url.ts";

/** The version of the script that a page may pin. */
export interface PinnedBuild {
  version: string;
  integrity: string;
}

// Kept free until the script is there, so that nothing around the form moves; a page that forbids inline styles drops it.
const place = `style="display:block;min-height:var(--wedding-rsvp-min-height,30rem)"`;

/** What the couple pastes into its page. */
export function embedCode(
  { slug, settings }: { slug: string; settings: Pick<SiteSettings, "names"> },
  publicUrl: string,
  build?: PinnedBuild,
): Embed {
  const page = hostedPageUrl(publicUrl, slug);
  const names = escapeHtml(settings.names);
  const link = `<a href="${escapeHtml(page)}">Reply to the invitation of ${names}</a>`;
  const src = escapeHtml(`${publicUrl}/wedding-rsvp.js`);
  const script = `<script type="module" src="${src}"></script>`;
  // The link is seen until the element is there: without scripts, in old browsers, while the server is away.
  const element = `<wedding-rsvp site="${escapeHtml(slug)}" ${place}>${link}</wedding-rsvp>`;
  return {
    snippet: [script, element].join("\n"),
    script,
    element,
    div: `<div data-wedding-rsvp="${escapeHtml(slug)}" ${place}>${link}</div>`,
    noscript: `<noscript>${link}</noscript>`,
    iframe: [
      `<iframe src="${escapeHtml(page)}" title="Reply to the invitation of ${names}"`,
      `  width="100%" height="900" style="border: 0" loading="lazy"></iframe>`,
      `<script src="${escapeHtml(`${publicUrl}/frame.js`)}" async></script>`,
    ].join("\n"),
    page,
    pinned: build ? pinned(build) : null,
  };

  function pinned({ version, integrity }: PinnedBuild): NonNullable<Embed["pinned"]> {
    const src = `${publicUrl}/v/${version}/wedding-rsvp.js`;
    const script = `<script type="module" src="${
      escapeHtml(src)
    }" integrity="${integrity}" crossorigin="anonymous"></script>`;
    return { src, integrity, snippet: [script, element].join("\n") };
  }
}
