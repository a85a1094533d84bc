import { setTimeout as pause } from "node:timers/promises";
import type { Connection, ConnectionEvents } from "./connection.ts";
import type { Sql } from "./sql.ts";

export interface Listener extends Pick<Sql, "listen"> {
  end(): Promise<void>;
}

/** Hears all channels on one connection of its own, and opens another when that is lost. */
export function createListener(
  open: (events: ConnectionEvents) => Promise<Connection>,
  onLost: () => void,
): Listener {
  const channels = new Map<string, Set<(payload: string) => void>>();
  const ended = new AbortController();
  let connected: Promise<Connection> | undefined;
  let returning = false;

  function connect(): Promise<Connection> {
    return connected ??= openAndListen().catch((error) => {
      connected = undefined;
      throw error;
    });
  }

  async function openAndListen(): Promise<Connection> {
    const connection = await open({
      onLost() {
        connected = undefined;
        if (!returning) void comeBack();
      },
      onNotify: (channel, payload) => channels.get(channel)?.forEach((hear) => hear(payload)),
    });
    for (const channel of channels.keys()) await listenTo(connection, channel);
    return connection;
  }

  async function comeBack(): Promise<void> {
    returning = true;
    for (let wait = 50; !ended.signal.aborted && !connected; wait = Math.min(2 * wait, 5_000)) {
      try {
        await pause(wait, undefined, { signal: ended.signal });
        await connect();
      } catch {
        continue;
      }
    }
    returning = false;
    if (!ended.signal.aborted) onLost();
  }

  return {
    async listen(channel, hear) {
      const hearers = channels.get(channel) ?? new Set();
      channels.set(channel, hearers);
      const hearer = (payload: string) => hear(payload);
      hearers.add(hearer);
      try {
        await listenTo(await connect(), channel);
      } catch (error) {
        hearers.delete(hearer);
        throw error;
      }
      return () => Promise.resolve(void hearers.delete(hearer));
    },
    async end() {
      ended.abort();
      const connection = await connected?.catch(() => undefined);
      await connection?.end();
    },
  };
}

async function listenTo(connection: Connection, channel: string): Promise<void> {
  await connection.script(`listen "${channel.replaceAll('"', '""')}"`);
}
