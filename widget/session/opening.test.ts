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
