import { environmentSchema, readConfig } from "./config.ts";
import { startDemo } from "./demo/start-demo.ts";
import { createLog } from "./log.ts";
import { startServer } from "./start-server.ts";

const encoder = new TextEncoder();
const print = (line: string) => void Deno.stdout.writeSync(encoder.encode(`${line}\n`));
const log = createLog({
  write: (line) => void Deno.stderr.writeSync(encoder.encode(`${line}\n`)),
  terminal: Deno.stderr.isTerminal(),
  now: () => new Date(),
});

try {
  const names = Object.keys(environmentSchema.shape);
  const config = readConfig(Object.fromEntries(names.map((name) => [name, Deno.env.get(name)])));
  const server = await startServer(withDemoAllowed(config), log);
  const demo = config.demo && await startDemo(server, config.demo);
  for (const line of demo?.links ?? [`Listening on ${config.publicUrl} (API: /docs)`]) print(line);

  server.ended.then(async (reason) => {
    print(`The database has ended: ${reason}\nStart the server again, with room on the disk.`);
    await server.stop().catch(() => {});
    Deno.exit(1);
  });

  let stopping = false;
  const stop = async () => {
    // A second Ctrl-C means it.
    if (stopping) Deno.exit(1);
    stopping = true;
    await demo?.stop();
    await server.stop();
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
} catch (error) {
  print(error instanceof Error ? error.message : String(error));
  Deno.exit(1);
}

/** The demo caterer lives on this machine, where deliveries otherwise may not go. */
function withDemoAllowed(config: ReturnType<typeof readConfig>) {
  if (!config.demo) return config;
  return { ...config, webhookAllow: [...config.webhookAllow, "127.0.0.1/32"] };
}
