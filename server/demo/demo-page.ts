/** The couple's own site, on an origin of its own: one script tag and one element. */
export function serveDemoPage(
  port: number,
  { server, site, date }: { server: string; site: string; date: string },
): Deno.HttpServer {
  const html = page(server, site, date);
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `script-src ${server}`,
      `connect-src ${server}`,
      "style-src 'unsafe-inline'",
      "img-src data:",
      "base-uri 'none'",
    ].join("; "),
  };
  return Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, (request) => {
    if (new URL(request.url).pathname !== "/") return new Response("Nothing here", { status: 404 });
    return new Response(html, { headers });
  });
}

function page(server: string, site: string, date: string): string {
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const day = new Intl.DateTimeFormat("en-GB", format).format(new Date(date));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Emma &amp; James</title>
<style>
  :root { color-scheme: light; }
  body { margin: 0; background: #fffdf9; color: #2b2622; font: 1.0625rem/1.6 Georgia, serif; }
  header { padding: 4.5rem 1.25rem 3rem; text-align: center; }
  h1 { margin: 0; font: 400 clamp(2.5rem, 9vw, 4.5rem)/1.1 "Libre Baskerville", Palatino, Georgia, serif; }
  h2 { margin: 0 0 1.5rem; font: 400 1.75rem/1.2 "Libre Baskerville", Palatino, Georgia, serif; text-align: center; }
  header p { margin: 1rem 0 0; letter-spacing: .08em; }
  main { max-width: 40rem; margin: 0 auto; padding: 0 1.25rem 5rem; }
  hr { width: 4rem; margin: 0 auto 3rem; border: 0; border-top: 1px solid #cbb9a5; }
  footer { padding: 2rem; text-align: center; font-size: .875rem; color: #6b5d52; }
</style>
<script type="module" src="${server}/wedding-rsvp.js"></script>
</head>
<body>
<header>
  <h1>Emma &amp; James</h1>
  <p>${day} · Sintra, Portugal</p>
</header>
<main>
  <hr>
  <h2>Kindly reply</h2>
  <wedding-rsvp site="${site}" style="display:block;min-height:var(--wedding-rsvp-min-height,30rem)"><a
    href="${server}/r/${site}">Reply here</a></wedding-rsvp>
</main>
<footer>Made with love and a script tag.</footer>
</body>
</html>
`;
}
