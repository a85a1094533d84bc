// The floor: the same stack doing next to nothing. `POST /` is begin, one insert, one update, commit, on a site of a hundred;
// `POST /one` always on the same; `GET /` a constant.
import { Hono } from "hono";
import postgres from "postgres";

const [port = "0", databaseUrl = ""] = Deno.args;
const sql = postgres(databaseUrl, { max: 10, onnotice: () => {} });
await sql`create table if not exists floor_counts (site integer primary key, number bigint not null)`;
await sql`create table if not exists floor_rows (site integer, number bigint, body jsonb)`;
await sql`
  insert into floor_counts
  select site, 0
  from generate_series(0, 99) as site
  on conflict do nothing
`;

async function write(site: number, body: postgres.JSONValue): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into floor_rows (site, number, body) values (${site}, 1, ${tx.json(body)})`;
    await tx`update floor_counts set number = number + 1 where site = ${site}`;
  });
}

const app = new Hono();
app.get("/", (context) => context.json({ hello: "floor" }));
app.post("/", async (context) => {
  await write(Math.floor(Math.random() * 100), await context.req.json());
  return context.json({ ok: true });
});
app.post("/one", async (context) => {
  await write(0, await context.req.json());
  return context.json({ ok: true });
});
Deno.serve({ hostname: "127.0.0.1", port: Number(port), onListen: () => {} }, app.fetch);
