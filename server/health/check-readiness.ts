import type { Readiness, ReadinessCheck } from "../../shared/health.ts";
import { isMigrated } from "../database/migrate.ts";
import type { Deps } from "../deps.ts";
import { oldestOwed } from "./behind.ts";

const mostBehindMs = 60_000;

/** Whether requests may be sent here: the database answers, is migrated, and followers keep up. */
export async function checkReadiness(
  { sql, now }: Pick<Deps, "sql" | "now">,
  timeLimitMs = 2_000,
): Promise<Readiness> {
  const checks = await Promise.all([
    check("database", timeLimitMs, async () => void await sql`select 1 as one`),
    check("migrations", timeLimitMs, async () => {
      if (!await isMigrated(sql)) return "The database lacks migrations that this server needs.";
    }),
    check("followers", timeLimitMs, async () => {
      const behindMs = now().getTime() - (await oldestOwed(sql) ?? now()).getTime();
      if (behindMs > mostBehindMs) return `${Math.round(behindMs / 1000)} s behind.`;
    }),
  ]);
  return { ready: checks.every(({ ok }) => ok), checks };
}

/** Tries for so long; `look` returns what is the matter, if anything is. */
async function check(
  name: ReadinessCheck["name"],
  timeLimitMs: number,
  look: () => Promise<string | void>,
): Promise<ReadinessCheck> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`No answer within ${timeLimitMs} ms.`), timeLimitMs);
  });
  try {
    const detail = await Promise.race([look(), late]);
    return detail ? { name, ok: false, detail } : { name, ok: true };
  } catch {
    // What exactly went wrong is for the log of whoever asks the database, not for whoever asks us.
    return { name, ok: false, detail: "The database gave an error." };
  } finally {
    clearTimeout(timer);
  }
}
