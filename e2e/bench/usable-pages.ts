/** The pages of the bench: a couple's own, with a form between its header and its footer. */
export interface Pages extends AsyncDisposable {
  origin: string;
}

/**
 * Serves `/element`, with the code that a couple pastes, `/tall`, where it keeps as much free as the README advises for
 * personal links, and `/plain`, the same fields written by hand.
 */
export function servePages(port: number, pasted: () => string, server: string): Pages {
  const bodies: Record<string, () => string> = {
    "/element": pasted,
    "/tall": () => `<style>wedding-rsvp { --wedding-rsvp-min-height: 100svh }</style>${pasted()}`,
    "/plain": () => plainForm(server),
  };
  const pages = Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, (request) => {
    const body = bodies[new URL(request.url).pathname];
    if (!body) return new Response(null, { status: 404 });
    const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
    return new Response(around(body()), { headers });
  });
  return {
    origin: `http://localhost:${port}`,
    [Symbol.asyncDispose]: () => pages.shutdown(),
  };
}

function around(form: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Emma &amp; James</title>
<style>
  body { margin: 0 auto; max-width: 40rem; padding: 1rem; font: 1rem/1.5 Georgia, serif; }
  label, input, button { display: block; font: inherit; }
  input { width: 100%; box-sizing: border-box; min-height: 48px; }
  button { min-height: 48px; margin-top: 1rem; }
</style>
<header><h1>Emma &amp; James</h1><p>12 June 2027 · Sintra</p></header>
<main>${form}</main>
<footer><p>We look forward to seeing you.</p></footer>
</html>`;
}

/** What a careful person would write without us: the fields of the form's first step. */
function plainForm(server: string): string {
  return `
<h2>Will you join us?</h2>
<p>Emma &amp; James · Saturday 12 June 2027</p>
<form method="post" action="${server}/find">
  <label for="name">Your name</label>
  <p id="hint">As it is written on your invitation</p>
  <input id="name" name="name" autocomplete="name" aria-describedby="hint">
  <button>Find my invitation</button>
</form>`;
}
