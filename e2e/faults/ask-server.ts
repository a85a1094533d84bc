import assert from "node:assert/strict";
import type { Change } from "../../shared/changes.ts";
import type { InvitationView } from "../../shared/party.ts";
import type { GuestReply } from "../../shared/reply.ts";
import { ourPage } from "../../server/testing/fixtures.ts";
import type { Guests } from "./guests.ts";
import type { FaultyWedding } from "./weddings.ts";

/** Reads a wedding's log as a viewer does. */
export async function readChanges(
  server: string,
  { site, viewer }: FaultyWedding,
  after: number,
  most: number,
): Promise<Change[]> {
  const url = `${server}/v1/sites/${site.slug}/changes?after=${after}&limit=${most}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${viewer}` } });
  const body = await response.json();
  if (!response.ok) throw new Error(`The log cannot be read: ${response.status} ${body.code}`);
  return body.changes;
}

/** Every party sees what it sent last, to the word. Returns how many parties were asked. */
export async function checkParties(server: string, { acknowledged }: Guests): Promise<number> {
  const last = new Map(acknowledged.map((press) => [press.party.party.id, press]));
  for (const { wedding, party, submission, savedBy } of last.values()) {
    const response = await fetch(`${server}/v1/sites/${wedding.site.slug}/party`, {
      headers: {
        origin: ourPage,
        authorization: `Bearer ${party.token}`,
        "x-forwarded-for": `10.1.0.${last.size % 200}`,
      },
    });
    const view: InvitationView = await response.json();
    assert.equal(response.status, 200);
    assert.equal(view.reply?.changeNumber, savedBy);
    const { guests, note } = view.reply ?? {};
    assert.deepEqual(
      { note, guests: guests && said(guests) },
      { note: submission.note, guests: said(submission.guests) },
    );
  }
  return last.size;
}

type Said = Pick<GuestReply, "guestId" | "replies" | "diets" | "allergies">;

function said(guests: readonly Said[]) {
  return guests
    .map(({ guestId, replies, diets, allergies }) => ({
      guestId,
      diets,
      allergies,
      replies: replies.toSorted((one, other) => one.eventId < other.eventId ? -1 : 1),
    }))
    .sort((one, other) => one.guestId < other.guestId ? -1 : 1);
}
