import { createKeys, type MasterKey } from "./access/keys.ts";
import { keptMasterKey } from "./access/master-key.ts";
import { tellInTerminal } from "./access/tell-in-terminal.ts";
import { allRoutes } from "./app.ts";
import { startHandingOver } from "./changes/hand-over.ts";
import { createWakes } from "./changes/wakes.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./database/open.ts";
import type { Deps } from "./deps.ts";
import type { Connection } from "./http/client-address.ts";
import { createApp } from "./http/create-app.ts";
import { createLive } from "./live/live.ts";
import { keepSpareWorker } from "./imports/beside/fresh-worker.ts";
import type { Log } from "./log.ts";
import { Problem } from "./problem.ts";
import { problemResponse } from "./http/problem-response.ts";
import { createKnownSites } from "./sites/known-sites.ts";
import { ownBuild } from "./static/build.ts";
import { keepBuild } from "./static/keep-build.ts";
import { forgetExpired } from "./upkeep.ts";
import { bringForward } from "./webhooks/deliveries.ts";
import { postDelivery } from "./webhooks/post.ts";
import { spreadChanges } from "./webhooks/spread-changes.ts";
import { startDelivering } from "./webhooks/start-delivering.ts";

export interface RunningServer {
  /** Address that it listens on, `http://127.0.0.1:8787`. */
  url: string;
  deps: Deps;
  /** Why the server cannot go on, once that is so: the embedded database has ended by itself. */
  ended: Promise<string>;
  /** Ends streams, finishes requests, hands work back, closes the database; in this order. */
  stop(): Promise<void>;
}

const hourMs = 3_600_000;
/** How long requests that are under way may take when the server stops. */
const graceMs = 10_000;

/** Opens the database, starts the followers and listens: everything but reading the environment. */
export async function startServer(
  config: Config,
  log: Log,
  outside: Partial<Pick<Deps, "now" | "tellSignInLink">> = {},
): Promise<RunningServer> {
  const keys = await createKeys(await masterKeys(config));
  const ended = Promise.withResolvers<string>();
  const sql = await openDatabase({
    databaseUrl: config.databaseUrl,
    folder: config.dataFolder,
    log,
    onEnded: ended.resolve,
  });
  const wakes = await createWakes({ sql, log });
  const live = createLive({ sql, log, wakes, chance: Math.random });
  const deps: Deps = {
    sql,
    now: () => new Date(),
    config,
    log,
    keys,
    wake: wakes.wake,
    live,
    sites: createKnownSites({ sql, wakes }),
    tellSignInLink: tellInTerminal,
    ...outside,
  };
  const build = await ownBuild.build();
  if (build) await keepBuild(deps, build);
  const deliveries = await startDelivering({ ...deps, post: postDelivery, chance: Math.random });
  const spreading = await startHandingOver(
    { sql, log, wakes },
    spreadChanges({ now: deps.now, kick: deliveries.kick }),
  );
  const forgetting = setInterval(() => {
    const done = Promise.all([forgetExpired(deps), bringForward(sql, deps.now())]);
    done.catch((error) => {
      log("warn", "hourly upkeep failed", { error: (error as Error).name });
    });
  }, hourMs);

  const readers = keepSpareWorker();
  const app = createApp(deps, allRoutes(config));
  const underWay = new Set<Promise<Response>>();
  let stopping = false;
  const server = listen(
    config,
    (request, info) => {
      if (stopping) return whileStopping(log);
      const answer = app.fetch(request, connectionOf(info));
      const done = () => underWay.delete(answer);
      underWay.add(answer);
      answer.then(done, done);
      return answer;
    },
  );
  const { hostname, port } = server.addr;

  return {
    url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`,
    deps,
    ended: ended.promise,
    async stop() {
      stopping = true;
      clearInterval(forgetting);
      await live.stop();
      // Shutting down breaks off bodies that are still arriving, so it waits for them; for a while.
      const grace = Promise.withResolvers<void>();
      const timer = setTimeout(grace.resolve, graceMs);
      await Promise.race([Promise.allSettled(underWay), grace.promise]);
      clearTimeout(timer);
      await server.shutdown();
      readers[Symbol.dispose]();
      await spreading.stop();
      await deliveries.stop();
      await wakes.close();
      await sql.close();
    },
  };
}

function listen({ host, port }: Config, answer: Deno.ServeHandler<Deno.NetAddr>) {
  try {
    return Deno.serve({ hostname: host, port, onListen: () => {} }, answer);
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    throw new Error(`Cannot start: port ${port} of ${host} is taken. Set PORT to another.`);
  }
}

/** Asks the runtime for the peer only where no proxy tells of it. */
function connectionOf(info: Deno.ServeHandlerInfo<Deno.NetAddr>): Connection {
  return {
    get peer() {
      const { remoteAddr } = info;
      return "hostname" in remoteAddr ? remoteAddr.hostname : "unknown";
    },
  };
}

/** Says nothing but "in a moment", so that any page may read it and the form can tell its guest. */
function whileStopping(log: Log): Response {
  const response = problemResponse(new Problem("stopping", undefined, {}, 3), "", log);
  response.headers.set("access-control-allow-origin", "*");
  return response;
}

async function masterKeys(config: Config): Promise<MasterKey[]> {
  return config.masterKeys ?? [await keptMasterKey(config.dataFolder)];
}
