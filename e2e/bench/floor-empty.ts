// The floor of a start: an empty Hono server.
import { Hono } from "hono";

const [port = "0"] = Deno.args;
const app = new Hono();
app.get("/healthz", (context) => context.json({ alive: true }));
Deno.serve({ hostname: "127.0.0.1", port: Number(port), onListen: () => {} }, app.fetch);
