import type { Actor } from "../../shared/changes.ts";
import type { Deps } from "../deps.ts";
import { acceptImport } from "../imports/accept-import.ts";
import { untold } from "../imports/progress.ts";
import { startImport } from "../imports/start-import.ts";
import type { SiteHead } from "../sites/sites.ts";

const file = new URL("demo-guests.csv", import.meta.url);

/** Puts the demo's guests on its list, from a file and by the way that every couple's file goes. */
export async function importDemoGuests(deps: Deps, site: SiteHead, by: Actor): Promise<void> {
  const upload = { bytes: await Deno.readFile(file), hint: { name: "demo-guests.csv" } };
  const { import: read } = await startImport(deps, site, upload, untold);
  await acceptImport(deps, site, by, read.id, untold);
}
