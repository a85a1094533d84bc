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
      write(JSON.stringify({ ...own, ...fields, ...own }));
      return;
    }
    const details = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
    const mark = level === "info" ? "" : `${level}: `;
    const line = [now().toISOString().slice(11, 19), mark + message, ...details].join("  ");
    // A line stays one line, whatever somebody sent.
    write(line.replace(/\p{Cc}+/gu, " "));
  };
}
