import assert from "node:assert/strict";
import { forgetLink, splitLink, takeLinkToken } from "./link-token.ts";

Deno.test("splitLink() takes the token from the fragment or the query, and leaves the rest", () => {
  const of = (rest: string) => splitLink(`https://ours.example/rsvp${rest}`);

  assert.deepEqual(of("#rsvp=abc"), { token: "abc", rest: "https://ours.example/rsvp" });
  assert.deepEqual(of("?rsvp=abc&page=2"), {
    token: "abc",
    rest: "https://ours.example/rsvp?page=2",
  });
  assert.deepEqual(of("?a=1#menu&rsvp=abc"), {
    token: "abc",
    rest: "https://ours.example/rsvp?a=1#menu",
  });
  assert.deepEqual(of("#/invited?rsvp=abc"), {
    token: "abc",
    rest: "https://ours.example/rsvp#/invited",
  });
});

Deno.test("splitLink() leaves an address without a token alone", () => {
  assert.equal(splitLink("https://ours.example/#menu"), null);
});

Deno.test("splitLink() hands on a mangled link as it is, for the server to say that it is not complete", () => {
  assert.equal(splitLink("https://ours.example/#rsvp=abc%zz")?.token, "abc%zz");
  assert.equal(splitLink("https://ours.example/#rsvp=abc%2Ede")?.token, "abc.de");
});

Deno.test("a link that was forgotten is not opened by a form that comes later", () => {
  const known = ["location", "history"].map((name) => [name, propertyOf(name)] as const);
  const page = { href: "https://ours.example/#rsvp=abc" };
  const kept = {
    state: null,
    replaceState: (_: unknown, __: string, rest: string) => page.href = rest,
  };
  Object.defineProperty(globalThis, "location", { value: page, configurable: true });
  Object.defineProperty(globalThis, "history", { value: kept, configurable: true });
  try {
    assert.deepEqual([takeLinkToken(), takeLinkToken()], ["abc", "abc"]);
    assert.equal(page.href, "https://ours.example/");

    forgetLink();

    assert.equal(takeLinkToken(), undefined);
  } finally {
    for (const [name, was] of known) Object.defineProperty(globalThis, name, was);
  }
});

/** Only a page has these. */
function propertyOf(name: string): PropertyDescriptor {
  return Object.getOwnPropertyDescriptor(globalThis, name) ??
    { value: undefined, configurable: true };
}
