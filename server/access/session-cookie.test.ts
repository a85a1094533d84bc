import assert from "node:assert/strict";
import { endedCookie, sessionCookie, sessionSecretOf } from "./session-cookie.ts";

const secret = "0123456789".repeat(4);

function secretIn(cookie: string) {
  return sessionSecretOf(new Request("https://rsvp.test", { headers: { cookie } }));
}

Deno.test("the session's cookie is for this host alone, out of reach of scripts, for thirty days", () => {
  const [pair, ...attributes] = sessionCookie(secret).split("; ");

  assert.equal(pair, `__Host-session=${secret}`);
  assert.deepEqual(attributes.toSorted(), [
    "HttpOnly",
    "Max-Age=2592000",
    "Path=/",
    "SameSite=Lax",
    "Secure",
  ]);
  assert.match(endedCookie(), /^__Host-session=; Max-Age=0; /);
});

Deno.test("the secret is found among other cookies, and only under its whole name", () => {
  assert.equal(secretIn(`a=1; __Host-session=${secret}; b=2`), secret);
  assert.equal(secretIn(`x__Host-session=${secret}`), undefined);
  assert.equal(secretIn(`a=__Host-session=${secret}`), undefined);
  assert.equal(secretIn("__Host-session="), undefined);
  assert.equal(secretIn(`__Host-session=${secret}0`), undefined);
});
