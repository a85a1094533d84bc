import { firstChoices } from "../planning/choices.ts";
import type { List, ListParty } from "../planning/plan.ts";
import { readGuestFile } from "../reading/read-guest-file.ts";
import { planInPages } from "./planner.ts";

const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va".split(" ");
const rows = 900;

/**
 * Reads and plans a made-up list, so that the code has run often enough to be fast when somebody's real one comes: a
 * worker that has never planned takes nearly twice as long. What it made is thrown away.
 */
export async function practise(): Promise<void> {
  const lines = Array.from({ length: rows }, (_, at) =>
    [
      `${nameOf(at)},${nameOf(at >> 1)},The ${nameOf(at >> 1)} ${at >> 1}`,
      at % 2 ? "," : `${nameOf(at)}${at}@example.com,+351 912 ${100_000 + at}`,
      at % 3 ? "Attending" : "No Response",
    ].join(","));
  const headers = "First Name,Last Name,Party,Email,Phone,Dinner - RSVP";
  const bytes = new TextEncoder().encode([headers, ...lines].join("\n"));
  const file = await readGuestFile(bytes, { name: "practice.csv" }, () => {});
  const list: List = {
    changeNumber: 0,
    events: [{
      ...{ id: "event_practice", name: "Dinner", startsAt: "2030-01-01T18:00", zone: "UTC" },
      courses: [],
    }],
    questions: [],
    parties: Array.from({ length: rows / 2 }, (_, at) => partyOf(at + rows / 4)),
  };
  planInPages(file, firstChoices("PT"), list, ["en"], () => {});
}

function partyOf(at: number): ListParty {
  const id = `party_${at}` as const;
  return {
    ...{ id, name: `The ${nameOf(at)} ${at}`, said: null },
    contact: at % 2 ? {} : { mail: `${nameOf(2 * at)}${2 * at}@example.com` },
    guests: [2 * at, 2 * at + 1].map((number) => ({
      ...{ id: `guest_${number}` as const, partyId: id, kind: "named", age: "adult" },
      name: `${nameOf(number)} ${nameOf(at)}`,
      ...{ events: ["event_practice"], replies: [] },
    })),
  };
}

function nameOf(at: number): string {
  const word = [at, at >> 3, at * 7, at >> 5].map((part) => syllables[part % 16]).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}
