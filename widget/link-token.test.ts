import assert from "node:assert/strict";
import { splitLink } from "./link-token.ts";

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
