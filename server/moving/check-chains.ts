import type { SiteId } from "../../shared/ids.ts";
import { findBreak } from "../changes/chain.ts";
import { changesAfter } from "../changes/changes.ts";
import type { Query } from "../database/sql.ts";

const page = 1000;

interface Head {
  siteId: SiteId;
  changeNumber: number;
  lastHash: string;
}

/** Reads the log of every site anew; throws at the first that is not whole. Says how many sites and changes there are. */
export async function checkChains(sql: Query): Promise<{ sites: number; changes: number }> {
  const heads = await sql<Head>`
    select site_id, change_number, last_hash
    from sites
    order by site_id
  `;
  let changes = 0;
  for (const head of heads) {
    await checkChain(sql, head);
    changes += head.changeNumber;
  }
  return { sites: heads.length, changes };
}

async function checkChain(sql: Query, { siteId, changeNumber, lastHash }: Head): Promise<void> {
  let from = { number: 0, hash: "" };
  while (true) {
    const changes = await changesAfter(sql, siteId, from.number, page);
    const broken = findBreak(siteId, changes, from);
    if (broken !== undefined) throw new Error(`The log of ${siteId} breaks at change ${broken}.`);
    const last = changes.at(-1);
    if (!last) break;
    from = { number: last.number, hash: last.hash };
  }
  if (from.number !== changeNumber || from.hash !== lastHash) {
    throw new Error(`The log of ${siteId} ends at change ${from.number}, not ${changeNumber}.`);
  }
}
