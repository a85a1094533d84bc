import { html } from "hono/html";
import { htmlPage } from "../http/html.ts";

/** What somebody sees who opens the server's bare address. */
export async function frontPage(style: string): Promise<Response> {
  const body = await html`
    <main class="front">
      <p class="kicker">Wedding RSVP</p>
      <h1>Replies, counted.</h1>
      <p class="lead">
        This server takes wedding guests’ replies from the couple’s own page, and tells the kitchen.
      </p>
      <ul class="ways">
        <li><a href="/docs">The API</a>, for people</li>
        <li><a href="/openapi.json">openapi.json</a>, for programs</li>
      </ul>
    </main>
  `;
  return htmlPage({ lang: "en", title: "Wedding RSVP", style, body: String(body) });
}
