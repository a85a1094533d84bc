import type { Keys } from "./keys.ts";
import type { Person } from "./sessions.ts";

/** A mail address as the server keeps it: a keyed digest to find it by, and sealed text to write to it. */
export async function personOf(keys: Keys, mail: string): Promise<Person> {
  const address = mail.trim().toLowerCase();
  const mailIndex = await keys.server.mac("mail", address);
  return { mailIndex, mailSealed: await keys.server.seal(address, rowOf(mailIndex)) };
}

export function mailOf(keys: Keys, { mailIndex, mailSealed }: Person): Promise<string> {
  return keys.server.unseal(mailSealed, rowOf(mailIndex));
}

// Copied from link to session to member, so it belongs to its digest and not to one table's row.
function rowOf(mailIndex: Uint8Array): string {
  return `person|${mailIndex.toHex()}|mail`;
}
