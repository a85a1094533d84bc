import type { Query, Tx } from "../database/sql.ts";
import type { Person, SecretRow } from "./sessions.ts";

export async function insertSignInLink(sql: Query, row: SecretRow): Promise<void> {
  await sql`
    insert into sign_in_links (secret_hash, mail_index, mail_sealed, expires_at)
    values (${row.secretHash}, ${row.mailIndex}, ${row.mailSealed}, ${row.expiresAt})
  `;
}

/** Uses a link up: whom it was made for, if it still works. */
export async function takeSignInLink(
  tx: Tx,
  secretHash: Uint8Array,
  now: Date,
): Promise<Person | undefined> {
  const [person] = await tx<Person>`
    delete from sign_in_links
    where secret_hash = ${secretHash} and expires_at > ${now}
    returning mail_index, mail_sealed
  `;
  return person;
}

export async function forgetSignInLinks(sql: Query, now: Date): Promise<void> {
  await sql`
    delete from sign_in_links
    where expires_at < ${now}
  `;
}
