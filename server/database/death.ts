import type { PGlite } from "@electric-sql/pglite";

// What PGlite itself takes for PostgreSQL's way back to its main loop; anything else is the end.
const longJump = 100;
const sync = "S".charCodeAt(0);

/**
 * After a PANIC (a full disk, a file that cannot be written) PGlite 0.5.16 goes on calling the PostgreSQL that has ended: reads
 * are empty, and whoever asks next keeps the process busy for ever. Here every later statement is refused.
 * Tells why it ended, once it has.
 */
export function whenEnded(db: PGlite): Promise<string> {
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const postgres = db.Module;
  const { _PostgresMainLoopOnce: loopOnce, _pq_buffer_remaining_data: remaining } = postgres;
  const restore = postgres.stackRestore;
  const execute = db.execProtocolRawSync.bind(db);
  const ask = db.execProtocolStream.bind(db);
  let deaths = 0;

  postgres._PostgresMainLoopOnce = () => {
    try {
      loopOnce();
    } catch (error) {
      if (statusOf(error) !== longJump) deaths += 1;
      throw error;
    }
  };
  // PGlite catches what that throws and goes on while anything is left to do: nothing is, so the reason arrives.
  postgres._pq_buffer_remaining_data = () => deaths > 0 ? 0 : remaining();
  // Of a long message something may be left even so.
  postgres.stackRestore = (place) => {
    if (deaths > 1) throw endedError();
    return restore(place);
  };
  db.execProtocolRawSync = (message) => {
    if (deaths === 0) return execute(message);
    // PGlite syncs after a statement that failed; an error of that would hide the reason.
    if (message[0] === sync) return new Uint8Array();
    throw endedError();
  };

  // The first error after its end is its last word; others only say that there is nobody any more.
  db.execProtocolStream = (message, options) =>
    ask(message, options).catch((error) => {
      if (deaths > 0) end(error instanceof Error ? error.message : String(error));
      throw error;
    });
  return ended;
}

function statusOf(error: unknown): unknown {
  return typeof error === "object" && error && "status" in error ? error.status : undefined;
}

/** As of a server that crashed. */
function endedError(): Error {
  return Object.assign(new Error("The embedded database has ended."), { code: "57P02" });
}
