import { ourPage } from "../../server/testing/fixtures.ts";
import type { EventId } from "../../shared/ids.ts";
import type { SubmissionInput } from "../../shared/reply.ts";
import type { Press } from "./seed.ts";

/** Sends a party's submission as a browser on the couple's page does, each time with a key of its own. */
export function press(server: string, press: Press | undefined): Promise<Response> {
  if (!press) throw new Error("There is nothing to send.");
  return fetch(`${server}/v1/sites/${press.slug}/party/reply`, {
    method: "PUT",
    headers: {
      origin: ourPage,
      authorization: `Bearer ${press.token}`,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
      "x-forwarded-for": someAddress(),
    },
    body: press.body,
  });
}

/** The same bytes to a floor, which makes one insert and one update of them. */
export function pressBare(floor: string, press: Press | undefined): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(floor, { method: "POST", headers, body: press?.body ?? "{}" });
}

/** A submission, which must be taken; resolves with the change number. */
export async function mustPress(server: string, party: Press): Promise<number> {
  const response = await press(server, party);
  if (!response.ok) throw new Error(`A reply was refused: ${response.status}`);
  return (await response.json()).changeNumber;
}

/** Guests come from many addresses, and are limited by theirs. */
export function someAddress(): string {
  const [a, b, c] = crypto.getRandomValues(new Uint8Array(3));
  return `10.${a}.${b}.${c}`;
}

/** The same party, all of whom come to these events, or none: only what moves a headcount is told. */
export function withAnswer(press: Press, events: readonly EventId[], attending: boolean): Press {
  const submission: SubmissionInput = JSON.parse(press.body);
  const guests = submission.guests.map(({ guestId }) => ({
    guestId,
    replies: events.map((eventId) => ({ eventId, attending })),
  }));
  return { ...press, body: JSON.stringify({ guests }) };
}
