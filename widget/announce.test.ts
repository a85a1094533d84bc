import assert from "node:assert/strict";
import { announceFirst } from "./announce.ts";
import { words } from "./words/en.ts";

Deno.test("announceFirst() calls a site that is not there by its name", () => {
  // Only a page has a place of its own.
  const nowhere = Object.getOwnPropertyDescriptor(globalThis, "location") ?? {};
  const page = { value: { origin: "https://emma.example" }, configurable: true };
  Object.defineProperty(globalThis, "location", page);
  try {
    const away = (code: "site-not-found" | "page-not-allowed") =>
      announceFirst(words, { step: "away", trouble: { code } }, "lisbon");

    assert.match(away("site-not-found"), /“lisbon”/);
    assert.match(away("page-not-allowed"), /https:\/\/emma\.example.*“lisbon”/);
  } finally {
    Object.defineProperty(globalThis, "location", nowhere);
  }
});
