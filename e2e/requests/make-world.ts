import { randomCharacters } from "../../shared/ids.ts";
import { type Ask, askingFrom, type Made } from "./ask.ts";
import type { Caller, Wedding, World } from "./world.ts";

/** A server that signs people in by what it prints. */
export interface Printing {
  server: string;
  printed(what: RegExp): Promise<string>;
}

const page = "https://ours.example";
const mains = "course_mains";

/** Two weddings and everybody who calls there, made as people make them: by signing in and asking the API. */
export async function makeWorld(running: Printing): Promise<World> {
  const ask = askingFrom(running.server);
  const [owner, planner, viewer, stranger, leaver] = await Promise.all(
    ["owner", "planner", "viewer", "stranger", "leaver"].map((name) => signIn(running, ask, name)),
  );
  if (!owner || !planner || !viewer || !stranger || !leaver) throw new Error("Nobody signed in.");
  const other = await makeWedding(ask, stranger.headers);
  const first = await makeWedding(ask, owner.headers);
  const path = `/v1/sites/${first.wedding.id}`;
  const byOwner = { headers: owner.headers };
  for (const [mail, role] of [[planner.mail, "planner"], [viewer.mail, "viewer"]]) {
    await ask(`POST ${path}/members`, { ...byOwner, body: { mail, role } });
  }
  const spare = { mail: `spare-${randomCharacters(8)}@people.example`, role: "viewer" };
  const { id: member } = await ask(`POST ${path}/members`, { ...byOwner, body: spare });
  const keys = await Promise.all(
    ["owner", "planner", "viewer", "viewer"].map((role) =>
      ask(`POST ${path}/keys`, { ...byOwner, body: { name: `A ${role}`, role } })
    ),
  );
  const [ownersKey, plannersKey, viewersKey, revoked] = keys;
  if (!ownersKey || !plannersKey || !viewersKey || !revoked) throw new Error("A key is missing.");
  await ask(`DELETE ${path}/keys/${revoked.id}`, byOwner);
  const { id: foreignKey, secret: foreignSecret } = await ask(
    `POST /v1/sites/${other.wedding.id}/keys`,
    { headers: stranger.headers, body: { name: "Another", role: "owner" } },
  );
  first.wedding.ids.member = [member];
  first.wedding.ids.key = [revoked.id];
  other.wedding.ids.key = [foreignKey];

  const bearer = (name: string, secret: string, more: Partial<Caller> = {}): Caller => ({
    name,
    headers: { authorization: `Bearer ${secret}` },
    ...more,
  });
  const of = first.wedding;
  const callers: Caller[] = [
    { name: "nobody", headers: {} },
    bearer("a guest", first.tokens[0] ?? "", { guestOf: of }),
    bearer("a guest of another party", first.tokens[1] ?? "", { guestOf: of }),
    bearer("a guest with a replaced link", first.replaced),
    bearer("a guest of another wedding", other.tokens[0] ?? "", { guestOf: other.wedding }),
    bearer("a guest with a cut link", (first.tokens[0] ?? "").slice(0, -3)),
    { name: "an owner", headers: owner.headers, person: true, role: { of, is: "owner" } },
    { name: "a planner", headers: planner.headers, person: true, role: { of, is: "planner" } },
    { name: "a viewer", headers: viewer.headers, person: true, role: { of, is: "viewer" } },
    bearer("an owner's key", ownersKey.secret, { role: { of, is: "owner" } }),
    bearer("a planner's key", plannersKey.secret, { role: { of, is: "planner" } }),
    bearer("a viewer's key", viewersKey.secret, { role: { of, is: "viewer" } }),
    bearer("a revoked key", revoked.secret),
    bearer("another wedding's key", foreignSecret, { role: { of: other.wedding, is: "owner" } }),
    {
      name: "another wedding's owner",
      headers: stranger.headers,
      person: true,
      role: { of: other.wedding, is: "owner" },
    },
    { name: "a person of no wedding", headers: leaver.headers, person: true },
    { name: "an unknown session", headers: cookieOf(running.server, "0".repeat(40)) },
    bearer("nonsense", "' or 1=1 --"),
  ];
  return {
    server: running.server,
    weddings: [first.wedding, other.wedding],
    callers,
    examples: {
      ...first.examples,
      "post-sign-in-confirm": [{ secret: await secretFor(running, ask, "unused") }],
    },
  };
}

interface SignedIn {
  mail: string;
  headers: Record<string, string>;
}

function cookieOf(server: string, secret: string): Record<string, string> {
  const origin = new URL(server).origin;
  return { cookie: `__Host-session=${secret}`, origin, "sec-fetch-site": "same-origin" };
}

async function signIn(running: Printing, ask: Ask, name: string): Promise<SignedIn> {
  const mail = `${name}-${randomCharacters(10)}@people.example`;
  const secret = await secretFor(running, ask, name, mail);
  const { headers } = await ask.answer("POST /v1/sign-in/confirm", { body: { secret } });
  const session = /__Host-session=([0-9a-z]{40})/.exec(headers.get("set-cookie") ?? "")?.[1] ?? "";
  return { mail, headers: cookieOf(running.server, session) };
}

async function secretFor(
  { printed }: Printing,
  ask: Ask,
  name: string,
  mail = `${name}-${randomCharacters(10)}@people.example`,
): Promise<string> {
  await ask("POST /v1/sign-in", { body: { mail } });
  const line = await printed(new RegExp(`Sign-in link for ${mail}[^#]*#[0-9a-z]{40}`));
  return line.slice(-40);
}

async function makeWedding(ask: Ask, headers: Record<string, string>) {
  const slug = `w-${randomCharacters(12)}`;
  const site = await ask("POST /v1/sites", {
    headers,
    body: {
      ...{ slug, names: "Emma & James", date: "2027-06-12", zone: "Europe/Lisbon", pages: [page] },
      questions: [{ id: "question_song", kind: "text", for: "party", label: "Which song?" }],
    },
  });
  const path = `/v1/sites/${site.id}`;
  const post = (what: string, body: object) => ask(`POST ${path}/${what}`, { headers, body });
  const at = { startsAt: "2027-06-12T18:00", zone: "Europe/Lisbon" };
  const meals = [{ id: "meal_fish", name: "Sea bass", for: "everyone" }];
  const ceremony = await post("events", { name: "Ceremony", ...at });
  const courses = [{ id: mains, name: "Mains", meals }];
  const dinner = await post("events", { name: "Dinner", ...at, courses });
  await ask(`PATCH ${path}`, { headers, body: { publicCounter: dinner.id } });
  const events = [ceremony.id, dinner.id];
  const parties: Made[] = [];
  for (const name of ["Ana Silva", "Leo Berg", "Mia Novak"]) {
    const guests = [{ name, events }, { events }];
    const contact = { mail: "guest@mail.example", phone: "+351 912 345 678" };
    parties.push(await post("parties", { name: `The ${name}s`, guests, contact }));
  }
  const links = await Promise.all(
    parties.map(({ id }) => ask(`GET ${path}/parties/${id}/link`, { headers })),
  );
  await post(`parties/${parties[2]?.id}/link`, {});
  const vendor = await post("vendors", { kind: "caterer", name: "Quinta", quietSeconds: 1 });
  const url = "http://127.0.0.1:1/hook";
  const endpoint = await post(`vendors/${vendor.id}/endpoints`, { url });
  await ask(`POST ${path}/notes`, { body: { name: "Zoë", text: "We got lost in the post." } });
  const { notes: [note] } = await ask(`GET ${path}/notes`, { headers });
  const [party] = parties;
  const wedding: Wedding = {
    ...{ id: site.id, slug, page },
    ids: {
      ...{ event: events, party: parties.map(({ id }) => id), note: note ? [note.id] : [] },
      guest: parties.flatMap(({ guests }) => guests.map(({ id }) => id)),
      ...{ vendor: [vendor.id], endpoint: [endpoint.id], question: ["question_song"] },
      ...{ course: [mains], meal: ["meal_fish"] },
    },
  };
  const submission = {
    guests: [{
      guestId: party?.guests[0]?.id,
      replies: [{ eventId: dinner.id, attending: true, meals: { [mains]: "meal_fish" } }],
    }],
  };
  return {
    wedding,
    tokens: links.map(({ token }) => token),
    replaced: links[2]?.token ?? "",
    examples: {
      "put-sites-by-site-party-reply": [submission],
      "put-sites-by-site-parties-by-party-reply": [submission],
      "post-sites": [{ slug: "", names: "Ana & Rui", date: "2027-06-12", zone: "Europe/Lisbon" }],
      "post-sites-by-site-events": [{ name: "Brunch", ...at }],
      "put-sites-by-site-events-by-event": [{ name: "Dinner", ...at, courses }],
      "post-sites-by-site-parties": [{ name: "The Bergs", guests: [{ name: "Leo Berg", events }] }],
      "post-sites-by-site-vendors": [{ kind: "bar", name: "The bar", quietSeconds: 0 }],
      "post-sites-by-site-vendors-by-vendor-endpoints": [{ url }],
      "patch-sites-by-site-imports-by-import": [{ headerRow: 1 }],
      "patch-sites-by-site-endpoints-by-endpoint": [{ enabled: true }],
      "post-sites-by-site-notes": [{ name: "Zoë", text: "Where do we park?" }],
      "post-sites-by-site-parties-by-party-guests": [{ name: "Eva Berg", events }],
      "post-sites-by-site-find": [{ name: "Ana Silva" }, { name: "Leo Berg" }],
    },
  };
}
