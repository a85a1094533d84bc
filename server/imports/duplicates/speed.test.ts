import assert from "node:assert/strict";
import type { ComparedParty } from "./compared.ts";
import { findDuplicates } from "./find-duplicates.ts";

const letters = "bcdfghjklmnprstvz";

// Names of letters, as names are: bacadofa.
function wordOf(at: number): string {
  return String(at).split("").map((digit) => `${letters[Number(digit)]}a`).join("");
}

function listOf(
  side: "list" | "file",
  count: number,
  make: (at: number) => Partial<ComparedParty>,
) {
  return Array.from({ length: count }, (_, at): ComparedParty => ({
    key: `${side} ${at}`,
    name: `Party ${side} ${at}`,
    mail: null,
    phone: null,
    address: null,
    guests: [],
    ...make(at),
  }));
}

function guest(side: string, at: number, name: string): ComparedParty["guests"][number] {
  return { key: `${side} ${at} guest`, name, age: "adult", mail: null, phone: null };
}

// Compared with itself, so that a slow machine does not fail it.
Deno.test("twice the guests take about twice the time, not four times", () => {
  const time = (count: number) => {
    const of = (side: "list" | "file") =>
      listOf(side, count, (at) => ({
        mail: at % 3 === 0 ? null : `${at}@post.example`,
        address: at % 2 === 0 ? null : `${at} Mill Street`,
        guests: [guest(side, at, `${wordOf(at % 97)} ${wordOf(Math.floor(at / 97))}`)],
      }));
    const [list, file] = [of("list"), of("file")];
    const started = performance.now();
    const { parties } = findDuplicates(list, file);
    assert.ok(parties.length >= count);
    return performance.now() - started;
  };
  const best = (count: number) => Math.min(...Array.from({ length: 4 }, () => time(count)));

  best(500);
  const [few, many] = [best(1_500), best(6_000)];

  assert.ok(many < few * 4 * 2.2, `1,500 guests took ${few} ms, 6,000 took ${many} ms`);
});

Deno.test("lists in which everybody is alike do not take the square of their length", () => {
  const lists: Record<string, (at: number) => Partial<ComparedParty> & { called: string }> = {
    "one name": () => ({ called: "Maria Silva" }),
    "one name and mail": () => ({ called: "Maria Silva", mail: "maria@post.example" }),
    "one surname": (at) => ({ called: `${wordOf(at)} Silva` }),
    "one number": (at) => ({ called: `Maria ${wordOf(at)}`, phone: "+442079460958" }),
    "a number each eight": (at) => ({
      called: `Maria ${wordOf(at)}`,
      phone: `+4420794${100_000 + Math.floor(at / 4)}`,
    }),
  };
  for (const [kind, make] of Object.entries(lists)) {
    const of = (side: "list" | "file") =>
      listOf(side, 3_000, (at) => {
        const { called, ...party } = make(at);
        return { ...party, guests: [guest(side, at, called)] };
      });

    const { guests } = findDuplicates(of("list"), of("file"));

    // All pairs would be nine million.
    assert.ok(guests.length < 60_000, `${kind}: ${guests.length} pairs`);
  }
});
