import { setTimeout as sleep } from "node:timers/promises";
import { mains, meals } from "../../server/testing/fixtures-replies.ts";
import { ourPage, type TestParty } from "../../server/testing/fixtures.ts";
import { allergens, diets } from "../../shared/kitchen.ts";
import { type Submission, submissionSchema } from "../../shared/reply.ts";
import type { Chance } from "./chance.ts";
import type { FaultyWedding } from "./weddings.ts";

/** One press of Send, which is tried until it is acknowledged. */
export interface Press {
  wedding: FaultyWedding;
  party: TestParty;
  key: string;
  submission: Submission;
  tries: number;
  /** Number of the change that saved it, once it was acknowledged. */
  savedBy?: number;
  /** Of its answer. */
  changeNumber?: number;
  /** When it was acknowledged, by `performance.now()`. */
  savedAt?: number;
}

export interface Guests {
  /** All that was acknowledged, in the order in which it was. */
  acknowledged: Press[];
  /** Sent at least once, and not answered yet. */
  underWay(): Press[];
  /** From now on they send to this server. */
  send(server: string): void;
  /** No more tries for now; what is under way stays under way. */
  pause(): void;
  /** No new presses; waits until every one that was begun is acknowledged. */
  finish(): Promise<void>;
  /** Throws when an answer was none that a guest may get. */
  check(): void;
  counts: { tries: number; retries: number; broken: number; away: number; repeated: number };
  longestAnswerMs(): number;
}

interface Options {
  chance: Chance;
  /** How many send at once. */
  many: number;
  /** Milliseconds between two presses of one of them, at most. */
  restMs?: number;
  patienceMs?: number;
}

/** Guests who reply again and again, each with something else, and try with the same key until they are answered. */
export function inviteGuests(
  weddings: readonly FaultyWedding[],
  { chance, many, restMs = 40, patienceMs = 60_000 }: Options,
): Guests {
  const acknowledged: Press[] = [];
  const underWay = new Set<Press>();
  const wrong: string[] = [];
  const counts = { tries: 0, retries: 0, broken: 0, away: 0, repeated: 0 };
  let longest = 0;
  let finishing = false;
  let server: string | undefined;
  let opened = Promise.withResolvers<string>();

  /** One try: its answer, or nothing when there was none worth having. */
  async function attempt(press: Press, to: string): Promise<Saved | undefined> {
    press.tries += 1;
    counts.tries += 1;
    const began = performance.now();
    let answer;
    try {
      const response = await put(press, to, patienceMs);
      const { status, headers } = response;
      answer = {
        status,
        wait: headers.get("retry-after"),
        readable: headers.has("access-control-allow-origin"),
      };
      if (response.ok) return await response.json();
      await response.body?.cancel();
    } catch (error) {
      // A server that was killed breaks the connection; one that hangs is the fault that is looked for.
      if (error instanceof DOMException) wrong.push(`no answer within ${patienceMs} ms`);
      counts.broken += 1;
      return undefined;
    } finally {
      if (answer) longest = Math.max(longest, performance.now() - began);
    }
    counts.away += 1;
    if (answer.status !== 503) wrong.push(`a reply was answered with ${answer.status}`);
    else if (!Number(answer.wait)) wrong.push("a 503 did not say when to come back");
    else if (!answer.readable) wrong.push("a 503 cannot be read by the guest's page");
    return undefined;
  }

  async function untilSaved(press: Press, own: Chance): Promise<Saved | undefined> {
    while (wrong.length === 0) {
      const saved = await attempt(press, server ?? await opened.promise);
      if (saved) return saved;
      counts.retries += 1;
      await sleep(own.between(50, 250));
    }
  }

  async function sendOn(own: Chance, parties: { wedding: FaultyWedding; party: TestParty }[]) {
    for (let turn = 0; !finishing && wrong.length === 0; turn += 1) {
      if (!server) await opened.promise;
      const whose = parties[turn % parties.length];
      if (!whose || finishing) return;
      const key = `${own.between(1e8, 1e9)}-${turn}-${whose.party.party.id}`.slice(0, 64);
      const press: Press = { ...whose, key, submission: something(own, whose, key), tries: 0 };
      underWay.add(press);
      const saved = await untilSaved(press, own);
      if (!saved) return;
      press.savedBy = saved.reply.changeNumber;
      press.changeNumber = saved.changeNumber;
      press.savedAt = performance.now();
      acknowledged.push(press);
      if (own.next() < 0.1) await pressAgain(press, own);
      underWay.delete(press);
      await sleep(own.between(0, restMs));
    }
  }

  /** An impatient guest, or a phone that did not hear the answer. */
  async function pressAgain(press: Press, own: Chance): Promise<void> {
    counts.repeated += 1;
    const again = await untilSaved(press, own);
    if (again && again.changeNumber !== press.changeNumber) {
      wrong.push(
        `a press that was repeated acted as ${again.changeNumber} and ${press.changeNumber}`,
      );
    }
  }

  // Neighbours are of different weddings.
  const everybody = (weddings[0]?.parties ?? []).flatMap((_, place) =>
    weddings.flatMap((wedding) => {
      const party = wedding.parties[place];
      return party ? [{ wedding, party }] : [];
    })
  );
  const sending = Promise.all(
    Array.from({ length: many }, (_, index) =>
      sendOn(
        chance.fork(`guest ${index}`),
        everybody.filter((_, place) => place % many === index),
      )),
  );
  sending.catch((error) => wrong.push(String(error)));

  return {
    acknowledged,
    underWay: () =>
      [...underWay].filter(({ tries, savedBy }) => tries > 0 && savedBy === undefined),
    send(to) {
      server = to;
      opened.resolve(to);
    },
    pause() {
      server = undefined;
      opened = Promise.withResolvers();
    },
    async finish() {
      finishing = true;
      await sending;
    },
    check() {
      if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join("\n"));
    },
    counts,
    longestAnswerMs: () => longest,
  };
}

interface Saved {
  reply: { changeNumber: number };
  changeNumber: number;
}

function put({ wedding, party, key, submission }: Press, server: string, patienceMs: number) {
  return fetch(`${server}/v1/sites/${wedding.site.slug}/party/reply`, {
    method: "PUT",
    headers: {
      origin: ourPage,
      authorization: `Bearer ${party.token}`,
      "content-type": "application/json",
      "idempotency-key": key,
      "x-forwarded-for": `10.0.${key.charCodeAt(0)}.${key.charCodeAt(1)}`,
    },
    body: JSON.stringify(submission),
    signal: AbortSignal.timeout(patienceMs),
  });
}

function something(
  chance: Chance,
  { wedding, party }: { wedding: FaultyWedding; party: TestParty },
  note: string,
): Submission {
  const { ceremony, dinner } = wedding.events;
  return submissionSchema.parse({
    note,
    guests: party.guests.map(({ id }) => {
      const dines = chance.next() < 0.7;
      return {
        guestId: id,
        replies: [
          { eventId: ceremony, attending: chance.next() < 0.7 },
          {
            eventId: dinner,
            attending: dines,
            ...(dines ? { meals: { [mains]: meals.fish } } : {}),
          },
        ],
        ...(dines
          ? {
            diets: [chance.pick(diets)],
            allergies: [{ allergen: chance.pick(allergens.slice(0, 3)), severity: "allergy" }],
          }
          : {}),
      };
    }),
  });
}
