export type LogLevel = "info" | "warn" | "error";

/** One line of what happened. Never a name, an address, a link or a secret: ids only. */
export type Log = (level: LogLevel, message: string, fields?: Record<string, unknown>) => void;

/** Writes JSON lines, or short readable lines when a person is watching a terminal. */
export function createLog(
  { write, terminal, now }: { write: (line: string) => void; terminal: boolean; now: () => Date },
): Log {
  return (level, message, fields = {}) => {
    if (!terminal) {
      const own = { at: now().toISOString(), level, message };
      // The line's own come first and count, whatever the fields are called.
      const isClear = !("at" in fields || "level" in fields || "message" in fields);
      const line = isClear ? textOf(own, fields) : JSON.stringify({ ...own, ...fields, ...own });
      write(line);
      return;
    }
    const details = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
    const mark = level === "info" ? "" : `${level}: `;
    const line = [now().toISOString().slice(11, 19), mark + message, ...details].join("  ");
    // A line stays one line, whatever somebody sent.
    write(line.replace(/\p{Cc}+/gu, " "));
  };
}

/** The JSON of both as of one, without making one of them: there is a line for every request. */
function textOf(own: object, fields: object): string {
  const rest = JSON.stringify(fields);
  return rest === "{}"
    ? JSON.stringify(own)
    : `${JSON.stringify(own).slice(0, -1)},${rest.slice(1)}`;
}
