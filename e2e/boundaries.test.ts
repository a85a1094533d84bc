import assert from "node:assert/strict";
import { type Boundaries, breaches, cycleIn, wayTo } from "./tools/boundaries.ts";
import { importsOf } from "./tools/import-graph.ts";
import { repositoryFiles } from "./tools/repository.ts";

// What every part of the server stands on.
const ground = [
  "shared",
  "server/problem.ts",
  "server/log.ts",
  "type server/config.ts",
  "type server/deps.ts",
];

// What whoever changes or tells of a wedding stands on: the log of changes, rights, what a route is.
const low = [
  ...[...ground, "server/database", "server/changes", "server/access", "server/http"],
  "server/proofs",
];

const doers = ["server/sites", "server/guests", "server/headcount", "server/vendors"];

const mayImport: Boundaries = {
  // Both sides load it, so it brings nothing but the schemas' own library.
  shared: ["npm:zod"],
  // It travels to other people's pages: its own library, and of shared what brings no zod (below).
  widget: ["npm:lit", "shared"],

  // Ground: knows nothing of the wedding.
  "server/problem.ts": ["shared"],
  "server/log.ts": [],
  "server/config.ts": ["shared"],
  "server/make-key.ts": [],
  "server/database": ground,
  "server/jobs": [...ground, "server/database"],
  "server/changes": [...ground, "server/database", "server/jobs"],
  // It only names the types of what `start-server.ts` puts together.
  "server/deps.ts": [
    "type server/config.ts",
    "type server/log.ts",
    "type server/database",
    "type server/changes",
    "type server/access",
    "type server/live",
    "type server/sites",
    "type server/webhooks",
  ],

  // Everything from one database into another, and the logs read anew.
  "server/moving": ["shared", "server/database", "server/changes"],
  "server/move-to-postgres.ts": ["server/moving"],

  // What a route is: every domain says its own with it. The types are what a handler is given.
  "server/http": [
    ...ground,
    "server/database",
    "type server/access",
    "type server/sites",
    "type server/guests",
  ],
  // Rights: who may do what, before anything is known about replies.
  "server/access": [...ground, "server/database", "server/changes", "server/http"],
  // Asks whose link this is, so it alone of its folder knows parties.
  "server/access/who-calls.ts": [
    ...ground,
    "server/access",
    "server/http",
    "server/guests",
    "type server/sites",
  ],
  // Bots: when a route grows suspicious, what it asks for, and whether that was done.
  "server/proofs": [
    ...ground,
    "server/database",
    "server/access",
    "server/http",
    "type server/sites",
  ],
  // These serve routes without knowing one of them: whose site it is and who calls, then the handler.
  "server/http/serve-route.ts": [
    ...low,
    "server/access/who-calls.ts",
    "server/proofs",
    "server/sites",
  ],
  "server/http/preflight-site.ts": [...low, "server/sites"],
  "server/http/answer-call.ts": [
    ...low,
    "server/http/serve-route.ts",
    "server/http/preflight-site.ts",
    "type server/sites",
  ],
  "server/http/create-app.ts": [...low, "server/http/answer-call.ts"],
  "server/docs": [...ground, "server/http"],
  // The element's files; those of every build are kept.
  "server/static": [...ground, "server/database", "server/http"],

  // Doers write changes and know no follower. Each knows those before it.
  // The numbers: moved by whoever changes what is counted, in the same transaction.
  "server/headcount": low,
  "server/sites": [...low, "server/headcount", "server/sites/preload-words.ts"],
  // The server's own page names files of the build, and the code to paste the build that a page may pin.
  "server/sites/preload-words.ts": [...low, "server/static"],
  "server/sites/form-routes.ts": [...low, "server/headcount", "server/sites", "server/static"],
  "server/guests": [...low, "server/headcount", "server/sites"],
  "server/vendors": [...low, "server/headcount", "server/sites"],
  "server/rsvp": [...low, "server/headcount", "server/sites", "server/guests"],
  // Lists arrive with replies, and leave with them.
  "server/imports": [...low, "server/headcount", "server/sites", "server/guests", "server/rsvp"],
  // The command asks a running server over its API, so it needs nothing of one but the forms of what it sends.
  "server/imports/command": ["shared", "type server/imports"],
  "server/import-guests.ts": ["server/imports/command"],
  // Reads what a party comes to, for its calendar.
  "server/calendar": [...low, "server/headcount", "server/sites"],
  // These read the numbers for people, event by event.
  "server/headcount/list-headcounts.ts": [...low, "server/headcount", "server/sites"],
  "server/headcount/recount-headcounts.ts": [...low, "server/headcount", "server/sites"],
  "server/headcount/routes.ts": [
    ...low,
    "server/headcount",
    "server/headcount/list-headcounts.ts",
    "server/headcount/recount-headcounts.ts",
  ],

  // The form as pages without script: it asks the doers as the element does, with the element's own rules and words.
  "server/plain": [
    ...low,
    "server/access/who-calls.ts",
    "server/sites",
    "server/guests",
    "server/rsvp",
    "widget",
  ],

  // Followers read changes and what the doers wrote; a follower does not know another.
  "server/live": [...low, ...doers],
  "server/webhooks": [...low, ...doers, "server/jobs"],
  "server/messages": [...low, ...doers, "server/jobs"],
  // Other companies' services: each implements a type that the domain which asked owns.
  "server/integrations": [
    ...ground,
    "type server/messages",
    "type server/webhooks",
    "type server/vendors",
    "type server/guests",
    "type server/imports",
  ],
  // Looks at everything that can be broken.
  "server/health": [
    ...low,
    "server/jobs",
    "server/webhooks",
    "server/messages",
    "server/integrations",
  ],

  // These join the parts.
  "server/main.ts": "anything",
  "server/start-server.ts": "anything",
  "server/app.ts": "anything",
  "server/upkeep.ts": "anything",
  "server/demo": "anything",
  "server/testing": "anything",
  "widget/testing": "anything",
};

const files = (await repositoryFiles()).filter((path) =>
  /^(shared|widget|server)\/.*\.ts$/.test(path) && !/\.test\.ts$/.test(path)
);
const imports = await importsOf(files);

Deno.test("every import keeps to the table of who may import whom", () => {
  assert.ok(files.length > 0 && imports.length > 0, "no file was read");

  assert.deepEqual(breaches(imports, mayImport), []);
});

Deno.test("the table has no cycle: no part needs, when it runs, a part that needs it", () => {
  assert.equal(cycleIn(mayImport)?.join(" → "), undefined);
});

Deno.test("the widget loads nothing of shared that brings zod, which would be most of its bundle", () => {
  const elements = files.filter((path) => /^widget\/(?!testing\/)/.test(path));

  const ways = elements.map((path) => wayTo("npm:zod", path, imports)).filter(Boolean);

  assert.deepEqual(ways.map((way) => way?.join(" → ")), []);
});

Deno.test("the pages without script take of the element its rules, words and looks, and nothing that draws", () => {
  const taken = imports.filter(({ from, to }) =>
    /^server\/plain\//.test(from) && /^widget\//.test(to)
  )
    .map(({ to }) => to);
  const pure = /^widget\/(words|look|styles|session)\/|^widget\/(summary|changes-between)\.ts$/;

  assert.ok(taken.length > 0);
  assert.deepEqual(taken.filter((path) => !pure.test(path)), []);
  for (const path of taken) assert.equal(wayTo("widget/draw-form.ts", path, imports), undefined);
});

Deno.test("the check of boundaries sees a doer that knows a follower, and a folder nobody placed", () => {
  const made = [
    { from: "server/rsvp/submit-reply.ts", to: "server/webhooks/sign.ts", typeOnly: true },
    { from: "server/rsvp/submit-reply.ts", to: "server/headcount/count.ts", typeOnly: false },
    { from: "server/gifts/add-gift.ts", to: "npm:hono", typeOnly: false },
    { from: "shared/ids.ts", to: "node:crypto", typeOnly: false },
    { from: "server/problem.ts", to: "server/deps.ts", typeOnly: true },
  ];

  assert.deepEqual(breaches(made, mayImport), [
    "server/rsvp/submit-reply.ts imports server/webhooks/sign.ts: server/rsvp may not import server/webhooks",
    "server/gifts/add-gift.ts: its folder is not in the table",
    "shared/ids.ts imports node:crypto: shared may not import node:crypto",
    "server/problem.ts imports server/deps.ts: server/problem.ts may not import server/deps.ts",
  ]);
});

Deno.test("the check of boundaries lets types through where only types are allowed", () => {
  const table = { a: ["type b"], b: [] };

  assert.deepEqual(breaches([{ from: "a/x.ts", to: "b/y.ts", typeOnly: true }], table), []);
  assert.equal(breaches([{ from: "a/x.ts", to: "b/y.ts", typeOnly: false }], table).length, 1);
});

Deno.test("the check of boundaries finds a cycle in a table and a way to zod over several files", () => {
  assert.deepEqual(cycleIn({ a: ["b"], b: ["c"], c: ["a"] }), ["a", "b", "c", "a"]);
  assert.equal(cycleIn({ a: ["b"], b: ["type a"] }), undefined);

  const made = [
    { from: "widget/form.ts", to: "shared/a.ts", typeOnly: false },
    { from: "shared/a.ts", to: "shared/b.ts", typeOnly: false },
    { from: "shared/b.ts", to: "npm:zod", typeOnly: false },
    { from: "widget/look.ts", to: "shared/b.ts", typeOnly: true },
  ];
  const way = ["widget/form.ts", "shared/a.ts", "shared/b.ts", "npm:zod"];
  assert.deepEqual(wayTo("npm:zod", "widget/form.ts", made), way);
  assert.equal(wayTo("npm:zod", "widget/look.ts", made), undefined);
});
