import assert from "node:assert/strict";
import { beginReply } from "../session/replying.ts";
import { aForm, aGuest, aView } from "../testing/invitation.ts";
import { aSession } from "../testing/session.ts";
import { words } from "../words/en.ts";
import { createFormats } from "../words/formats.ts";
import { placeTroubles } from "./placing.ts";
import type { ShowingReply } from "./showing.ts";

Deno.test("placeTroubles() names guest and event, and says no trouble at two places", async () => {
  // Only a page has a place of its own.
  const nowhere = Object.getOwnPropertyDescriptor(globalThis, "location") ?? {};
  const page = { value: { origin: "https://emma.example" }, configurable: true };
  Object.defineProperty(globalThis, "location", page);
  try {
    const guests = [aGuest("Ana"), aGuest("Leo")];
    const begun = beginReply(aForm(), { token: "link-1", view: aView({ guests }) });
    const missing = {
      code: "coming-missing",
      guestId: "guest_leo",
      eventId: "event_dinner",
    } as const;
    const full = { code: "event-full", eventId: "event_ceremony", left: 1 } as const;
    const placing = placeTroubles(await aShowing(), { ...begun, troubles: [missing, full] });

    const atAna = placing.at({ guestId: "guest_ana", eventId: "event_dinner" });
    const atLeo = placing.at({ guestId: "guest_leo", eventId: "event_dinner" });
    const first = placing.at({ guestId: "guest_ana", eventId: "event_ceremony" });
    const second = placing.at({ guestId: "guest_leo", eventId: "event_ceremony" });

    assert.equal(atAna, undefined);
    assert.equal(atLeo, "Will Leo be there for Dinner?");
    assert.equal(first, "Only 1 of you can still come to Ceremony: there are no more places.");
    assert.equal(second, undefined);
    assert.equal(placing.rest().length, 0);
  } finally {
    Object.defineProperty(globalThis, "location", nowhere);
  }
});

async function aShowing(): Promise<ShowingReply> {
  const { session } = aSession();
  await session.start("link-1");
  const { reply } = session;
  if (!reply) throw new Error("There is no invitation.");
  return { words, formats: createFormats("en-GB"), session, reply };
}
