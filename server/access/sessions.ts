import type { Query } from "../database/sql.ts";

/** Somebody who proved to read a mailbox. Which sites they manage, the sites' members say. */
export interface Person {
  mailIndex: Uint8Array;
  mailSealed: Uint8Array;
}

export interface SecretRow extends Person {
  secretHash: Uint8Array;
  expiresAt: Date;
}

export async function sessionOf(
  sql: Query,
  secretHash: Uint8Array,
  now: Date,
): Promise<Person | undefined> {
  const [person] = await sql<Person>`
    select mail_index, mail_sealed
    from sessions
    where secret_hash = ${secretHash} and expires_at > ${now}
  `;
  return person;
}

export async function insertSession(sql: Query, row: SecretRow): Promise<void> {
  await sql`
    insert into sessions (secret_hash, mail_index, mail_sealed, expires_at)
    values (${row.secretHash}, ${row.mailIndex}, ${row.mailSealed}, ${row.expiresAt})
  `;
}

export async function deleteSession(sql: Query, secretHash: Uint8Array): Promise<void> {
  await sql`
    delete from sessions
    where secret_hash = ${secretHash}
  `;
}

export async function forgetSessions(sql: Query, now: Date): Promise<void> {
  await sql`
    delete from sessions
    where expires_at < ${now}
  `;
}
