import type { SiteId } from "../../shared/ids.ts";

/** Says, after a commit, that this site has new changes. Never waits and never fails. */
export type Wake = (siteId: SiteId) => void;
