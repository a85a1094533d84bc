const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, in quoted attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

export interface Page {
  status?: number;
  lang: string;
  dir?: "ltr" | "rtl";
  title: string;
  /** Style sheet of the page; it and the script may run because the policy carries their hashes. */
  style: string;
  script?: string;
  /** HTML that is already safe, for the head and the body. */
  head?: string;
  body: string;
  /** Directives beside, or instead of, those that refuse everything. */
  policy?: Record<string, string>;
}

/** An HTML answer under a Content-Security-Policy that allows nothing but what the page names. */
export async function htmlPage(page: Page): Promise<Response> {
  const { status = 200, lang, dir, title, style, script, head, body, policy } = page;
  const directives: Record<string, string> = {
    "default-src": "'none'",
    "style-src": await hashOf(style),
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    ...policy,
  };
  const scripts = [policy?.["script-src"], script && await hashOf(script)].filter(Boolean);
  if (scripts.length > 0) directives["script-src"] = scripts.join(" ");
  const html = [
    "<!doctype html>",
    `<html lang="${escapeHtml(lang)}"${dir ? ` dir="${dir}"` : ""}>`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="robots" content="noindex">`,
    // Or browsers ask for /favicon.ico.
    `<link rel="icon" href="data:,">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    ...(head ? [head] : []),
    body,
    ...(script ? [`<script>${script}</script>`] : []),
    "",
  ].join("\n");
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy": Object.entries(directives)
        .map(([name, sources]) => `${name} ${sources}`).join("; "),
    },
  });
}

async function hashOf(inline: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(inline));
  return `'sha256-${new Uint8Array(digest).toBase64()}'`;
}
