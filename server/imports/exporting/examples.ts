import { foldHeader } from "../recognising/fold-header.ts";

/** The parties that show how a template is filled in. Rows of a party of this name are left out of every import. */
export const exampleParties = ["Example 1 (left out)", "Example 2 (left out)"] as const;

const folded = new Set(exampleParties.map(foldHeader));

/** Whether rows of this party are the template's own examples. */
export function isExample(party: string): boolean {
  return party.startsWith("Example") && folded.has(foldHeader(party));
}
