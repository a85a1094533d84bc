import assert from "node:assert/strict";
import { aForm, aView } from "../testing/invitation.ts";
import { until } from "../testing/outside.ts";
import { aSession, problem } from "../testing/session.ts";

Deno.test("start() shows the first step, and the party where a link names it", async () => {
  const { session, create } = aSession();

  await session.start();
  const linked = create();
  await linked.start("link-1");

  assert.equal(session.state.step, "find");
  assert.equal(linked.state.step, "coming");
});

Deno.test("start() waits for the line and goes on by itself", async () => {
  let tries = 0;
  const { session, comeOnline } = aSession({
    "GET /form": () => ++tries < 2 ? "no line" : { body: aForm() },
  });

  const started = session.start();
  await until(() => session.state.step === "away");
  comeOnline();
  await started;

  assert.equal(session.state.step, "find");
});

Deno.test("start() stays away where the page may not carry the form", async () => {
  const { session, open } = aSession({ "GET /form": () => problem(403, "page-not-allowed") });

  await session.start();

  assert.deepEqual(session.state, { step: "away", trouble: { code: "page-not-allowed" } });
  assert.equal(open(), 0);
});

Deno.test("start() leads from a link that no longer works to looking by name", async () => {
  const { session, outside } = aSession({ "GET /party": () => problem(410, "link-revoked") });

  await session.start("link-1");

  assert.equal(session.state.step === "find" && session.state.trouble?.code, "link-revoked");
  assert.equal(outside.visits.getItem("wedding-rsvp https://rsvp.example lisbon"), null);
});

Deno.test("start() shows the couple's words when replies are closed", async () => {
  const { session } = aSession({ "GET /form": () => ({ body: aForm({ replies: "closed" }) }) });

  await session.start();

  assert.equal(session.state.step, "closed");
});

Deno.test("a visit outlives a reload of the tab", async () => {
  const { session, create, asked } = aSession();
  await session.start();
  session.typeName({ name: "Ana" });
  await session.find();

  const reloaded = create();
  await reloaded.start();

  assert.equal(reloaded.state.step, "coming");
  assert.equal(asked.at(-1)?.headers.get("authorization"), "Bearer token-1");
});

Deno.test("find() says kindly that nobody was found, and keeps what was typed", async () => {
  const { session, troubles } = aSession({
    "POST /find": () => problem(404, "invitation-not-found"),
  });
  await session.start();
  session.typeName({ name: "Anna Silva" });

  await session.find();

  assert.equal(session.state.step === "find" && session.state.name, "Anna Silva");
  assert.deepEqual(troubles, [{ code: "invitation-not-found" }]);
});

Deno.test("find() asks for a second fact when one is needed, and sends it along", async () => {
  const { session, asked } = aSession({
    "POST /find": ({ body }) =>
      (body as { secondFact?: string }).secondFact
        ? { body: { ...aView(), token: "token-1" } }
        : problem(409, "second-fact-needed"),
  });
  await session.start();
  session.typeName({ name: "Ana" });
  await session.find();
  assert.equal(session.state.step === "find" && session.state.asksSecondFact, true);

  session.typeName({ secondFact: "4321" });
  await session.find();

  assert.deepEqual(asked.at(-1)?.body, { name: "Ana", secondFact: "4321" });
  assert.equal(session.state.step, "coming");
});

Deno.test("start() tells a page that may not carry the form from a line that is away", async () => {
  const { session } = aSession({
    "GET /form": ({ mode }) => mode === "no-cors" ? { body: null } : "no line",
  });

  session.start();
  await until(() => session.state.step === "away");

  assert.equal(session.state.step === "away" && session.state.trouble.code, "page-not-allowed");
  session.stop();
});

Deno.test("start() remembers a personal link though the line is away when it is opened", async () => {
  let away = true;
  const { session, create, asked } = aSession({
    "GET /form": () => away ? "no line" : { body: aForm() },
    "GET /party": () => away ? "no line" : { body: aView() },
  });
  session.start("link-1");
  await until(() => session.state.step === "away");
  session.stop();
  away = false;

  const reloaded = create();
  await reloaded.start();

  assert.equal(reloaded.state.step, "coming");
  assert.equal(asked.at(-1)?.headers.get("authorization"), "Bearer link-1");
});

Deno.test("find() says of a second fact that does not fit that it does not, and not that nobody has this name", async () => {
  const { session, troubles } = aSession({
    "POST /find": ({ body }) =>
      (body as { secondFact?: string }).secondFact
        ? problem(404, "invitation-not-found")
        : problem(409, "second-fact-needed"),
  });
  await session.start();
  session.typeName({ name: "Ana" });
  await session.find();

  session.typeName({ secondFact: "4321" });
  await session.find();

  assert.deepEqual(troubles.map(({ code }) => code), ["second-fact-needed", "not-found-again"]);
  assert.equal(session.state.step === "find" && session.state.asksSecondFact, true);
});

Deno.test("start() takes the form that came with the script, and asks for the party alone", async () => {
  const { session, create, outside, asked } = aSession();
  outside.formAtHand = () => aForm({ names: "Zoë & Max" });

  await session.start();
  const { state } = session;
  assert.equal(state.step === "find" && state.form.names, "Zoë & Max");
  assert.deepEqual(asked, []);

  const linked = create();
  await linked.start("link-1");
  assert.equal(linked.state.step, "coming");
  assert.deepEqual(asked.map(({ path }) => path), ["/party"]);
});

Deno.test("start() keeps the personal link when the server fails, and says that it did", async () => {
  let failing = true;
  const { session, troubles } = aSession({
    "GET /party": () => failing ? problem(500, "unexpected") : { body: aView() },
  });

  await session.start("link-1");
  assert.deepEqual(session.state, { step: "away", trouble: { code: "unexpected" } });
  assert.deepEqual(troubles, [{ code: "unexpected" }]);
  failing = false;
  await session.retry();

  assert.equal(session.state.step, "coming");
});

Deno.test("start() tells a page once of a line that stays away", async () => {
  const { session, troubles, asked, open, pass } = aSession({
    "GET /form": () => "no line",
  });

  session.start();
  for (const tries of [1, 2, 3]) {
    // Each try asks for the form, then whether anybody is there.
    await until(() => asked.length === 2 * tries && open() === 2);
    pass(60_000);
  }

  assert.deepEqual(troubles, [{ code: "unreachable" }]);
  session.stop();
});

Deno.test("start() says so where the tag names no wedding", async () => {
  const { outside, create, asked, troubles } = aSession();
  outside.site = "";
  const session = create();

  await session.start();

  assert.deepEqual(session.state, { step: "away", trouble: { code: "site-not-found" } });
  assert.deepEqual(troubles, [{ code: "site-not-found" }]);
  assert.deepEqual(asked, []);
});

Deno.test("a mangled link reaches the server, whatever signs are in it", async () => {
  const { session, asked } = aSession({ "GET /party": () => problem(401, "link-broken") });

  await session.start("abc%zz…\n");

  assert.equal(asked.at(-1)?.headers.get("authorization"), "Bearer abc%zz--");
  assert.equal(session.state.step === "find" && session.state.trouble?.code, "link-broken");
});

Deno.test("open() keeps the link of a form that is there already until the line is back", async () => {
  let away = true;
  const { session, asked, comeOnline } = aSession({
    "GET /party": () => away ? "no line" : { body: aView() },
  });
  await session.start();

  const opened = session.open("link-2");
  await until(() => session.state.step === "away");
  away = false;
  comeOnline();
  await opened;

  assert.equal(session.state.step, "coming");
  assert.equal(asked.at(-1)?.headers.get("authorization"), "Bearer link-2");
  assert.equal(asked.filter(({ path, mode }) => path === "/form" && !mode).length, 1);
});

Deno.test("leave() forgets the link that the page was opened with", async () => {
  const { session, forgotten } = aSession();
  await session.start("link-1");

  session.leave();

  assert.equal(forgotten(), 1);
});

Deno.test("find() keeps trying while the line is away, tells it once, and finds when it is back", async () => {
  let away = true;
  const { session, asked, troubles, comeOnline, open } = aSession({
    "POST /find": () => away ? "no line" : { body: { ...aView(), token: "token-1" } },
  });
  await session.start();
  session.typeName({ name: "Ana" });
  const waiting = () => session.state.step === "find" && session.state.trouble?.code;

  const finding = session.find();
  await until(() => waiting() === "unreachable" && open() === 2);
  assert.equal(session.state.step === "find" && session.state.busy, true);
  comeOnline();
  await until(() => asked.length === 3 && open() === 2);
  assert.deepEqual(troubles, [{ code: "unreachable" }]);
  away = false;
  comeOnline();
  await finding;

  assert.equal(session.state.step, "coming");
  assert.equal(open(), 0);
});

Deno.test("find() is never under way twice, however often it is pressed while the line is away", async () => {
  let away = true;
  const { session, asked, open } = aSession({
    "POST /find": () => away ? "no line" : { body: { ...aView(), token: "token-1" } },
  });
  await session.start();
  session.typeName({ name: "Ana" });
  session.find();
  await until(() => open() === 2);

  away = false;
  await Promise.all([session.find(), session.find(), session.find()]);

  assert.equal(session.state.step, "coming");
  assert.equal(asked.filter(({ path }) => path === "/find").length, 2);
  assert.equal(open(), 0);
});

Deno.test("typeName() ends a search that waits for the line", async () => {
  const { session, asked, open } = aSession({ "POST /find": () => "no line" });
  await session.start();
  session.typeName({ name: "Ana" });
  const finding = session.find();
  await until(() => open() === 2);

  session.typeName({ name: "Anna" });
  await finding;

  const { state } = session;
  assert.deepEqual(state.step === "find" && [state.name, state.busy, state.trouble], [
    "Anna",
    false,
    undefined,
  ]);
  assert.equal(open(), 0);
  assert.equal(asked.at(-1)?.path, "/find");
});

Deno.test("find() goes on when the form is moved in the page", async () => {
  let away = true;
  const { session, open } = aSession({
    "POST /find": () => away ? "no line" : { body: { ...aView(), token: "token-1" } },
  });
  await session.start();
  session.typeName({ name: "Ana" });
  session.find();
  await until(() => open() === 2);

  session.stop();
  assert.equal(open(), 0);
  away = false;
  await session.start();

  assert.equal(session.state.step, "coming");
});
