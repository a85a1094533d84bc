import postgres from "postgres";
import type { Run } from "./create-sql.ts";
import { type Address, dial } from "./dial.ts";
import { stillThere } from "./still-there.ts";
import { codecs, columnName } from "./types.ts";

/** One connection to a PostgreSQL server. Once it is lost it stays lost; nothing reconnects it. */
export interface Connection {
  run: Run;
  script(text: string): Promise<void>;
  readonly lost: boolean;
  end(): Promise<void>;
}

export interface ConnectionEvents {
  /** Not told when it could not be opened or was ended here. */
  onLost: () => void;
  onNotify: (channel: string, payload: string) => void;
}

const patience = 5_000;
/** After so long without an answer the server is asked whether it is there, and no single statement may take longer than this. */
const quiet = { askMs: 3_000, mostMs: 60_000 };

/**
 * postgres.js is used for one connection at a time, without its pool and its `begin`: when a connection
 * is lost inside a transaction, 3.4.9 goes on writing to it (an exception that nobody can catch), and
 * may send what is left of the transaction over the next connection (porsager/postgres 1208, 1215, 1216).
 */
export async function openConnection(
  url: string,
  events?: ConnectionEvents,
): Promise<Connection> {
  let state: "opening" | "open" | "lost" = "opening";
  let dialled: Address | undefined;
  let doubt: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<(error: Error) => void>();

  function lose(): void {
    const before = state;
    state = "lost";
    clearTimeout(doubt);
    // postgres.js forgets statements that were started between a reset and the closing of the socket.
    for (const reject of waiting) reject(lostError());
    waiting.clear();
    if (before === "open") events?.onLost();
  }

  const options = {
    max: 1,
    max_lifetime: null,
    connect_timeout: patience / 1000,
    connection: {
      application_name: "wedding-rsvp",
      timezone: "UTC",
      // A process that vanishes in mid-transaction must not keep a site locked.
      idle_in_transaction_session_timeout: 20_000,
    },
    socket({ host, port, path }: Address) {
      if (dialled) throw lostError();
      dialled = { host, port, ...(path === undefined ? {} : { path }) };
      return dial(dialled, patience);
    },
    onclose: lose,
    onnotice: () => {},
    onnotify: events?.onNotify,
    transform: { column: { from: columnName } },
    types: postgresTypes(),
    // All array types that are used have a codec.
    fetch_types: false,
  };
  const one = postgres(url, options);

  function settle<Result>(query: PromiseLike<Result>, mostMs: number): Promise<Result> {
    return new Promise((resolve, reject) => {
      const done = () => {
        waiting.delete(reject);
        if (waiting.size === 0) clearTimeout(doubt);
      };
      if (waiting.size === 0) doubtLater(mostMs);
      waiting.add(reject);
      query.then(resolve, reject).then(done, done);
    });
  }

  // A machine or a network that goes away says nothing, and TCP would wait a quarter of an hour for it.
  function doubtLater(mostMs: number): void {
    clearTimeout(doubt);
    if (state !== "open") return;
    doubt = setTimeout(async () => {
      const asked = [...waiting];
      const isThere = mostMs > quiet.askMs && dialled && await stillThere(dialled, patience);
      if (!asked.some((one) => waiting.has(one))) return;
      if (isThere) return doubtLater(mostMs - quiet.askMs);
      lose();
      await one.end({ timeout: 0 });
    }, quiet.askMs);
  }

  const connection: Connection = {
    async run(text, ...values) {
      if (state === "lost") throw lostError();
      // Oid 0: the statement decides the parameter's type.
      return [
        ...await settle(one(text, ...values.map((value) => one.typed(value, 0))), quiet.mostMs),
      ];
    },
    async script(text) {
      if (state === "lost") throw lostError();
      await settle(one.unsafe(text), Infinity);
    },
    get lost() {
      return state === "lost";
    },
    end() {
      const timeout = state === "lost" ? 0 : 1;
      state = "lost";
      return one.end({ timeout });
    },
  };

  // A server, or what stands before it, may take the connection and never say a word.
  const late = setTimeout(lose, 2 * patience);
  try {
    await connection.run`select 1`;
    state = "open";
    return connection;
  } catch (error) {
    await one.end({ timeout: 0 });
    throw error;
  } finally {
    clearTimeout(late);
  }
}

function lostError(): Error {
  return Object.assign(new Error("The connection to PostgreSQL was lost."), {
    code: "CONNECTION_CLOSED",
  });
}

function postgresTypes(): Record<string, postgres.PostgresType> {
  return Object.fromEntries(
    [...codecs].map(([oid, { write, read }]) => [
      `oid${oid}`,
      { to: oid, from: [oid], serialize: write, parse: read },
    ]),
  );
}
