const away = new Set([
  // The network's.
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTCONN",
  "ERR_STREAM_DESTROYED",
  "ERR_STREAM_WRITE_AFTER_END",
  // postgres.js's.
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  // The server's: shutting down, crashed, starting up, idle for too long, too many connections.
  "57P01",
  "57P02",
  "57P03",
  "57P05",
  "25P03",
  "53300",
]);

/** Whether a row already exists; with a name, whether exactly this constraint or index says so. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== "23505") return false;
  return constraint === undefined || constraintOf(error) === constraint;
}

/** Whether the database refused what a statement says: its data, or a constraint. Nothing of the statement happened. */
export function isRefused(error: unknown): boolean {
  return /^2[23]...$/.test(codeOf(error) ?? "");
}

/** Whether the table or view that a statement names does not exist. */
export function isUndefinedTable(error: unknown): boolean {
  return codeOf(error) === "42P01";
}

/** Whether the database refused to write because its disk is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (codeOf(error) === "53100" || isDiskFull(error.cause));
}

/** Whether the database could not be asked at all: worth a 503 and another try. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== undefined && (away.has(code) || /^08...$/.test(code))) return true;
  if (/^PGlite is clos(ed|ing)$/.test(error.message)) return true;
  return isDatabaseAway(error.cause);
}

function codeOf(error: unknown): string | undefined {
  return textOf(error, "code");
}

// postgres.js names the constraint as the protocol does, PGlite as node-postgres does.
function constraintOf(error: unknown): string | undefined {
  return textOf(error, "constraint_name") ?? textOf(error, "constraint");
}

function textOf(error: unknown, name: string): string | undefined {
  if (!(error instanceof Error) || !(name in error)) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : undefined;
}
