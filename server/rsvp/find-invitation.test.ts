import assert from "node:assert/strict";
import { type FoundInvitation, foundInvitationSchema } from "../../shared/party.ts";
import type { Finding } from "../../shared/site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { countFlights } from "../testing/count-flights.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { answersOf, aPartyOf, aWedding, send } from "../testing/fixtures-replies.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { findInvitation } from "./find-invitation.ts";
import { viewParty } from "./read-party.ts";
import { replyRoutes } from "./routes.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const atOnce = { now: () => 0, wait: () => Promise.resolve() };

/** What became of looking for a name: the party's id, or the problem's code. */
async function lookFor(
  site: SiteHead,
  name: string,
  secondFact?: string,
  asking: Deps = deps,
): Promise<string> {
  try {
    const asked = { name, ...(secondFact === undefined ? {} : { secondFact }) };
    return (await findInvitation(asking, site, asked, atOnce)).party.id;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

async function aGuestList(finding: Partial<Finding> = {}) {
  const wedding = await aWedding(deps, {
    finding: { by: "name", secondFact: "when-two-match", ...finding },
  });
  const silvas = await aPartyOf(
    deps,
    wedding,
    [{ name: "José da Silva" }, { name: "Katherine O’Neill" }, {}],
    { phone: "+351 912 345 678", mail: "Kate.ONeill@mail.example" },
  );
  return { ...wedding, silvas, id: silvas.party.id };
}

Deno.test("a guest is found whatever the accents, case, order and short form of the name", async () => {
  const { site, id } = await aGuestList();

  for (
    const name of ["José da Silva", "jose silva", "SILVA, José", "Kate O'Neill", "oneill katherine"]
  ) {
    assert.equal(await lookFor(site, name), id, name);
  }
});

Deno.test("a found invitation is the party's own view, with a token that opens it for twelve hours", async () => {
  let now = new Date("2027-03-01T08:00:00Z");
  const timed = await testDeps(sql, { now: () => now });
  const { site, dinner, silvas } = await aGuestList();
  await send(timed, site, silvas, answersOf(silvas, [dinner]));
  const { call } = testApp(timed, replyRoutes);

  const found = await findInvitation(timed, site, { name: "José Silva" }, atOnce);
  const { token, ...view } = found;

  assert.deepEqual(foundInvitationSchema.parse(found), found);
  assert.deepEqual(view, await viewParty(timed, site, silvas.party));
  const open = () => call(`GET /v1/sites/${site.slug}/party`, { token });
  assert.equal((await open()).status, 200);
  now = new Date("2027-03-01T20:00:00Z");
  assert.equal((await open()).status, 200);
  now = new Date("2027-03-01T20:00:00.001Z");
  assert.equal((await open()).body.code, "visit-expired");
});

Deno.test("part of a name, a surname alone, or a name with wildcards finds nobody", async () => {
  const { site } = await aGuestList();

  for (
    const name of [
      "Silva",
      "José",
      "J",
      "%",
      "%%%",
      "_osé _ilva",
      "J% S%",
      "...",
      "da",
      "Maria Silva",
    ]
  ) {
    assert.equal(await lookFor(site, name), "invitation-not-found", name);
  }
});

Deno.test("the code on the card, typed as a name, opens directly, however it is typed", async () => {
  const { site, id, silvas } = await aGuestList();
  const { code } = silvas.party;
  const misread = code.replaceAll("1", "l").replaceAll("0", "O");

  for (
    const typed of [
      code,
      code.toUpperCase(),
      `${code.slice(0, 4)}-${code.slice(4)}`,
      ` ${misread} `,
    ]
  ) {
    assert.equal(await lookFor(site, typed), id, typed);
  }
  assert.equal(await lookFor(site, code.slice(0, 7)), "invitation-not-found");
  const other = await aSite(deps);
  assert.equal(await lookFor(other, code), "invitation-not-found");
});

Deno.test("a site that takes links alone finds nobody, not even by the code", async () => {
  const { site, silvas } = await aGuestList({ by: "link" });

  for (const name of ["José Silva", silvas.party.code]) {
    assert.equal(await lookFor(site, name, "5678"), "invitation-not-found");
  }
});

Deno.test("where two have one name, the second fact tells which", async () => {
  const { site, dinner, ceremony, id } = await aGuestList();
  const other = await aPartyOf(deps, { site, dinner, ceremony }, [{ name: "Jose Silva" }], {
    phone: "0912 111 222",
    mail: "jose@else.example",
  });

  assert.equal(await lookFor(site, "José Silva"), "second-fact-needed");
  for (
    const fact of [
      "5678",
      "+351 912 345 678",
      "912345678",
      "kate.oneill",
      "KATE.oneill@mail.example",
    ]
  ) {
    assert.equal(await lookFor(site, "José Silva", fact), id, fact);
  }
  assert.equal(await lookFor(site, "José Silva", "1222"), other.party.id);
  assert.equal(await lookFor(site, "José Silva", other.party.code), other.party.id);
  for (
    const fact of [
      "0000",
      "678",
      "12345678901",
      "kate",
      "mail.example",
      "@mail.example",
      "jose silva",
    ]
  ) {
    assert.equal(await lookFor(site, "José Silva", fact), "invitation-not-found", fact);
  }
});

Deno.test("two of one name whom the second fact does not tell apart are for the couple to help", async () => {
  const { site, dinner, ceremony } = await aGuestList();
  await aPartyOf(deps, { site, dinner, ceremony }, [{ name: "José Silva" }], {
    phone: "+351 912 345 678",
  });

  assert.equal(await lookFor(site, "José Silva", "5678"), "invitation-not-found");
});

Deno.test("two guests of one name in one party are no question", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding, [{ name: "John Smith" }, { name: "John Smith Jr." }]);

  assert.equal(await lookFor(wedding.site, "John Smith"), party.party.id);
});

Deno.test("a couple that always wants a second fact gets it before anything is looked up", async () => {
  const { site, id, silvas } = await aGuestList({ secondFact: "always" });
  const { sql: watched, flights } = countFlights(sql);
  const asking = { ...deps, sql: watched };

  for (const name of ["José Silva", "Nobody Atall", silvas.party.code]) {
    assert.equal(await lookFor(site, name, undefined, asking), "second-fact-needed");
  }
  assert.deepEqual(flights, []);
  assert.equal(await lookFor(site, "José Silva", "5678"), id);
  assert.equal(await lookFor(site, "José Silva", silvas.party.code), id);
  assert.equal(await lookFor(site, "José Silva", "9999"), "invitation-not-found");
  assert.equal(await lookFor(site, silvas.party.code, "kate.oneill"), id);
});

Deno.test("a second fact that is given must be right, even where none is needed", async () => {
  const { site, id } = await aGuestList();

  assert.equal(await lookFor(site, "José Silva", "5678"), id);
  assert.equal(await lookFor(site, "José Silva", "1234"), "invitation-not-found");
});

Deno.test("open seats and other sites' guests are not found", async () => {
  const { site, dinner, silvas } = await aGuestList();
  const elsewhere = await aGuestList();
  const [first, second, seat] = silvas.guests;
  await send(deps, site, silvas, {
    guests: [first, second, seat].flatMap((guest) =>
      guest
        ? [{
          guestId: guest.id,
          ...(guest.kind === "open" ? { name: "Ivo Novak" } : {}),
          replies: [{ eventId: dinner.id, attending: true }],
        }]
        : []
    ),
  });

  assert.equal(await lookFor(site, "Ivo Novak"), "invitation-not-found");
  assert.equal(await lookFor(elsewhere.site, "José Silva"), elsewhere.id);
});

Deno.test("a hit and every kind of miss ask the database the same, statement for statement", async () => {
  const { site } = await aGuestList();
  const asked: [name: string, fact?: string][] = [
    ["José Silva"],
    ["José Silva", "5678"],
    ["José Silva", "1111"],
    ["Nobody Atall"],
    ["Maria Silva"],
    ["Silva"],
    ["%"],
    ["zzzzzzzz"],
    ["Kate O'Neill", "kate.oneill"],
    ["张伟"],
  ];

  const flown = await Promise.all(asked.map(async ([name, fact]) => {
    const { sql: watched, flights } = countFlights(sql);
    await lookFor(site, name, fact, { ...deps, sql: watched });
    return flights.flat();
  }));

  assert.equal(flown[0]?.length, 4);
  for (const statements of flown) assert.deepEqual(statements, flown[0]);
});

Deno.test("whom it did not find shows neither in the answer nor in the time", async () => {
  const { site, silvas } = await aGuestList();
  const words = [
    "José",
    "Silva",
    "Katherine",
    "O'Neill",
    "Maria",
    "Zeno",
    "Quux",
    "Ng",
    "5678",
    "da",
  ];
  const misses: { body: string; waited: number }[] = [];
  let seed = 7;
  const next = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;

  for (let times = 0; times < 200; times++) {
    const name = Array.from({ length: 1 + next(3) }, () => words[next(words.length)]).join(" ");
    // Half of them have a right name and a wrong fact.
    const right = next(2) === 0;
    let waited = 0;
    const clock = {
      now: () => waited,
      wait: (ms: number) => Promise.resolve(void (waited += ms)),
    };
    // The work takes anything up to the step.
    const slow = {
      ...deps,
      now: () => {
        waited = next(140);
        return new Date();
      },
    };
    const asked = { name: right ? "José Silva" : name, secondFact: "4321" };
    const error = await findInvitation(slow, site, asked, clock).catch((error) => error);
    assert.ok(error instanceof Problem);
    misses.push({
      body: JSON.stringify([error.code, error.message, error.more, error.retryAfter]),
      waited,
    });
  }

  assert.equal(new Set(misses.map(({ body }) => body)).size, 1);
  assert.deepEqual(new Set(misses.map(({ waited }) => waited)), new Set([150]));
  assert.doesNotMatch(misses[0]?.body ?? "", new RegExp(`Silva|${silvas.party.id}`));
});

Deno.test("looking for an invitation is limited by address, and a page must be allowed to", async () => {
  const now = new Date("2027-01-01T12:00:00Z");
  const still = await testDeps(sql, { now: () => now });
  const { call } = testApp(still, replyRoutes);
  const { site, id } = await aGuestList();
  const find = (name: string, origin?: string, token?: string) =>
    call<FoundInvitation & { code: string }>(`POST /v1/sites/${site.slug}/find`, {
      body: { name },
      ...(origin ? { origin } : {}),
      // Another credential does not make another caller.
      ...(token ? { token } : {}),
    });

  const foreign = await find("José Silva", "https://evil.example");
  const found = await find("José Silva");
  const tries = await Promise.all(
    Array.from({ length: 8 }, (_, index) => find("Nobody Atall", undefined, `token-${index}`)),
  );

  assert.equal(foreign.body.code, "page-not-allowed");
  assert.equal(found.status, 200);
  assert.equal(found.body.party.id, id);
  const refused = tries.filter(({ status }) => status === 428);
  // What a page asked that may not ask was not counted.
  assert.equal(refused.length, 1);
  assert.equal(refused[0]?.headers.get("retry-after"), "75");
  assert.equal(tries.filter(({ body }) => body.code === "invitation-not-found").length, 7);
});
