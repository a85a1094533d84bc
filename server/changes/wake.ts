import type { News } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";

/** Says, after a commit, that this site has new changes: these, or any at all. Never waits and never fails. */
export type Wake = (siteId: SiteId, news?: readonly News[]) => void;
