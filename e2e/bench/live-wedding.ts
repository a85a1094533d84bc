import type { Deps } from "../../server/deps.ts";
import type { SiteHead } from "../../server/sites/sites.ts";
import { withAnswer } from "./press.ts";
import { type Press, seedSite } from "./seed.ts";

/** As many as reply in turn without meeting the limit of one party. */
const parties = 40;

/** A wedding that shows how many come, and parties of which one says something else with every press. */
export interface LiveWedding {
  site: SiteHead;
  next(): Press;
}

export async function aLiveWedding(deps: Deps): Promise<LiveWedding> {
  const { site, events, presses } = await seedSite(deps, parties);
  await deps.sql`
    update sites
    set settings = settings || ${{ publicCounter: events[1] }}::jsonb
    where site_id = ${site.id}
  `;
  let index = 0;
  return {
    site,
    next() {
      const press = presses[index % parties];
      if (!press) throw new Error("There is nobody to reply.");
      const attending = Math.floor(index++ / parties) % 2 === 0;
      return withAnswer(press, events, attending);
    },
  };
}
