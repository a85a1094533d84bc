// The floor of the embedded database: the same HTTP stack, and PGlite in a folder, doing one insert and one update in a transaction.
import { PGlite } from "@electric-sql/pglite";
import { Hono } from "hono";

const [port = "0", folder = ""] = Deno.args;
const db = await PGlite.create({ dataDir: folder });
await db.exec(`
  create table floor_counts (site integer primary key, number bigint not null);
  create table floor_rows (site integer, number bigint, body jsonb);
  insert into floor_counts select site, 0 from generate_series(0, 99) as site;
`);

const app = new Hono();
app.get("/", (context) => context.json({ hello: "floor" }));
app.post("/", async (context) => {
  const body = await context.req.json();
  const site = Math.floor(Math.random() * 100);
  await db.transaction(async (tx) => {
    await tx.query("insert into floor_rows (site, number, body) values ($1, 1, $2)", [site, body]);
    await tx.query("update floor_counts set number = number + 1 where site = $1", [site]);
  });
  return context.json({ ok: true });
});
Deno.serve({ hostname: "127.0.0.1", port: Number(port), onListen: () => {} }, app.fetch);
