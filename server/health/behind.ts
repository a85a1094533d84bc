import type { Query } from "../database/sql.ts";

/** When the oldest change happened that some follower has not been handed yet. */
export async function oldestOwed(sql: Query): Promise<Date | undefined> {
  // Owed rows are few and short-lived; the log they point into is long and is met by its key alone.
  const [oldest] = await sql<{ happenedAt: Date | null }>`
    select min(changes.happened_at) as happened_at
    from owed_changes
    join changes
      on changes.site_id = owed_changes.site_id and changes.number = owed_changes.number
  `;
  return oldest?.happenedAt ?? undefined;
}
