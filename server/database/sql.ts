/**
 * The one way to the database, the same over postgres.js and PGlite.
 *
 * A query is a tagged template; every `${value}` is a parameter, never text. Rows come back with
 * camelCase column names and these types on both engines: `int8` and `int4` as number, `timestamptz`
 * as Date, `date` and `numeric` as string, `json` and `jsonb` as the value itself (keys untouched),
 * `bytea` as Uint8Array, arrays as arrays. A value for a `jsonb` parameter is passed as it is, never
 * as JSON text.
 */
export type Value =
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | null
  | readonly Value[]
  | JsonObject;

// Interfaces have no index signature, so rows and payloads are accepted by shape.
export type JsonObject = object;

/** Runs one statement. Both `Sql` and `Tx` are queries; a function that only reads takes this. */
export interface Query {
  <Row extends object = Record<string, unknown>>(
    text: TemplateStringsArray,
    ...values: Value[]
  ): Promise<Row[]>;
}

declare const open: unique symbol;

/**
 * A query inside a transaction. `Sql` is not assignable to it: what must be in a transaction says so
 * in its type, and on PGlite (one session) asking the outer `sql` inside a transaction would wait for ever.
 * On postgres.js, statements that are started without waiting for each other travel together.
 */
export interface Tx extends Query {
  readonly [open]: true;
}

export interface Sql extends Query {
  readonly engine: "postgres" | "pglite";
  /** Commits when `work` resolves, rolls back when it throws. */
  begin<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Throws inside a transaction of this database, where only the transaction may be asked. */
  refuseInside(): void;
  /** Runs a script of several statements without parameters (migrations). */
  script(text: string): Promise<void>;
  /** Hears NOTIFY on a channel until the returned function is called; survives a reconnect. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  /** Waits for running statements, then closes. Safe to call twice. */
  close(): Promise<void>;
}
