import assert from "node:assert/strict";
import type { Sql } from "../database/sql.ts";
import { aWedding } from "./fixtures-replies.ts";
import { anImporter } from "./importing.ts";
import { testDeps } from "./test-deps.ts";

export const guestFile = [
  "First Name,Last Name,Party,Email,Phone,Ceremony - RSVP,Dinner - RSVP,Song",
  "Ana,Silva,Silva,ana@example.com,+351 912 345 678,Attending,Attending,Fado",
  "Rui,Silva,Silva,,,Attending,Regret,",
  "Plus One,,Silva,,,No Response,No Response,",
  "Tom,Ford,Ford,tom@example.com,,No Response,No Response,",
  ",,,nobody@example.com,,,,",
].join("\r\n");

/** A wedding and the preview of a file that was uploaded to it. */
export async function aSiteWithFile(sql: Sql, content = guestFile) {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const importer = await anImporter(deps, wedding.site);
  const { status, body } = await importer.upload(content);
  assert.equal(status, 201, JSON.stringify(body));
  return { deps, ...wedding, ...importer, head: body.import };
}
