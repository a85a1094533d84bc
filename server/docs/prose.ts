import { html } from "hono/html";
import type { Html } from "./shape.ts";

// What no schema says.

const curl = (publicUrl: string) =>
  `curl ${publicUrl}/v1/sites/emma-and-james/headcount \\
  -H "Authorization: Bearer $API_KEY"`;

const verifying = `import { Webhook } from "standardwebhooks";

// whsec_…, shown when the endpoint was added
const webhook = new Webhook(process.env.WEBHOOK_SECRET);

app.post("/hook", express.raw({ type: "*/*" }), (request, response) => {
  // Throws when it is not genuine.
  const notice = webhook.verify(request.body, request.headers);
  // First say thanks, then work.
  response.sendStatus(204);
});`;

const streamed = `id: 128
event: counter
data: {"attending":74}`;

export function startHere(publicUrl: string): Html {
  return html`
    <ol class="five">
      <li>
          <b>Guests</b> send the token of their personal link as
          <code>Authorization: Bearer …</code>, without cookies, and only from
          <a href="#problem-page-not-allowed">pages that the couple allowed</a>.
        </li>
      <li>
          <b>Programs</b> send an API key the same way. A key is of one site and has a role:
          <em>viewer</em> looks, <em>planner</em> changes, <em>owner</em> does everything.
        </li>
      <li>
          <b>Members</b> sign in by a mailed link and carry the cookie <code>__Host-session</code>, which
          works from this server’s own pages alone.
        </li>
      <li>
          <b>Vendors</b> ask nothing: they are told, by <a href="#webhooks">signed webhooks</a>.
        </li>
      <li>
          <b>Everybody</b> speaks JSON, gets trouble as a <a href="#problems">problem with a code</a>, and
          repeats a submission safely with the same <code>Idempotency-Key</code>.
        </li>
    </ol>
    <pre tabindex="0"><code>${curl(publicUrl)}</code></pre>
    <p>
        The same in a machine’s words: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1), made of
        the schemas that check every request.
      </p>
  `;
}

export const webhooksIntro: Html = html`
  <p>
      An endpoint of a vendor is sent a <code>POST</code> for every kind of change it subscribed to, as
      <a href="https://www.standardwebhooks.com">Standard Webhooks</a> describes, so its libraries verify
      it in every language. Counts are absolute and carry the number of the latest change in them: a late
      or repeated delivery does no harm.
    </p>
  <h3 id="verify">Is it genuine?</h3>
  <pre tabindex="0"><code>${verifying}</code></pre>
  <p>
      By hand: <code>webhook-signature</code> is <code>v1,</code> and the base64 of the HMAC-SHA256 of
      <code>{webhook-id}.{webhook-timestamp}.{body}</code> under the secret’s bytes (base64 after
      <code>whsec_</code>). Take the body as it came, byte for byte. While a secret is rotated out there are
      two signatures with a space between; one that fits is enough.
    </p>
  <h3>When it is sent</h3>
  <ul>
    <li>
      Headcounts that move within the vendor’s quiet period (30 s unless set otherwise) are one delivery;
      everything else goes at once.
    </li>
    <li>Only 2xx within 15 s counts as delivered; redirects are not followed.</li>
    <li>
        Otherwise it is tried ten times over three days: at once, after 5 s, 5 min, 30 min, 2 h, 5 h,
        10 h, 14 h, 20 h and 24 h, a fifth more or less. <code>Retry-After</code> is honoured.
      </li>
    <li>
        <code>410 Gone</code> disables the endpoint; so do five days of nothing but failures. The log of
        attempts says what happened, and any delivery can be replayed.
      </li>
    <li>
        Delivered at least once: <code>webhook-id</code> is the same for every try, so keep it and skip
        what you have seen.
      </li>
  </ul>
  <h3>What it says</h3>
`;

export const liveIntro: Html = html`
  <p>
      Streams are <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html"
      >Server-Sent Events</a>: <code>id</code> is the number of a change, a comment every 15 s keeps the
      line open, and whoever comes back with <code>Last-Event-ID</code> is told first what was missed.
      Where that is too long ago, <code>reset</code> says: read everything anew.
    </p>
  <pre tabindex="0"><code>${streamed}</code></pre>
  <p>
      <code>EventSource</code> is enough where no token is needed; with one, read the answer of
      <code>fetch</code> as a stream.
    </p>
`;
