import type { EventId } from "../../../shared/ids.ts";
import type { ImportedParty } from "../../../shared/imports.ts";
import { inSteps } from "../progress.ts";
import type { ReadFile } from "../reading/table.ts";
import type { ImportParty } from "../understanding/parties.ts";
import { buildTarget, isAsBefore } from "./build-target.ts";
import type { Choices } from "./choices.ts";
import { countPlan } from "./count-plan.ts";
import { knownEntries } from "./chosen-pairs.ts";
import { decideMatches, type Matches } from "./decide-matches.ts";
import { keyOf } from "./entry-keys.ts";
import { type Entry, type Folding, foldParty, startFolding } from "./fold-party.ts";
import { type EntryOrder, orderOfEntries } from "./entry-order.ts";
import { type Fate, groupParties, leftOut } from "./group-parties.ts";
import { guestsElsewhere, tellElsewhere } from "./guests-elsewhere.ts";
import { type Contrary, contraryIn, tellContrary } from "./contrary-replies.ts";
import { emptyParty, mergedOf } from "./merged-of.ts";
import type { List, ListParty, Plan, PlannedParty } from "./plan.ts";
import { readTable } from "./read-table.ts";
import { contactOf } from "./said-in-file.ts";
import { wrongChoices } from "./wrong-choices.ts";
import { isTelling, matchOf, namesOf, refusedRows, toldProblem } from "./tell-plan.ts";

export type PlanStage = "recognising" | "comparing";

/** What accepting this file would do to this list, and all that is wrong with it. The same every time. */
export function planImport(
  file: ReadFile,
  choices: Choices,
  list: List,
  languages: readonly string[],
  tell: (stage: PlanStage, done: number, total: number) => void = () => {},
): Plan {
  const table = readTable(file, choices, { ...list, languages }, (done, total) => {
    tell("recognising", done, total);
  });
  const { parties: found, problems } = table.understood;
  const comparing = (done: number, total: number) => tell("comparing", done, total);
  comparing(0, found.length);
  const inviteTo = choices.inviteTo ?? onlyEvent(list);
  const moved = guestsElsewhere(found, list);
  tellElsewhere(moved, table.sheet.name, problems);
  const contrary: Contrary[] = [];
  const parties = planParties(found, choices, list, inviteTo, { moved, contrary }, comparing);
  const wrong = wrongNow();
  tellContrary(contrary, table.sheet.name, problems);
  const refused = refusedRows(table);
  return {
    ...{ source: table.source, sheet: table.sheet.name, headerRow: table.headerRow },
    ...{ columns: table.columns, inviteTo, parties, refused, wrong },
    problems: problems.map(toldProblem),
    counts: countPlan(table.understood, parties),
  };

  function wrongNow(): string[] {
    const { now } = choices;
    if (!now) return [];
    const known = {
      entryOf: knownEntries(found, list),
      decisions: choices.decisions,
      sheet: table.sheet,
      columns: table.columns.length,
    };
    const fields = fieldsOf(parties);
    const isKnown = now.fields?.every(({ party, field }) => fields.has(`${party} ${field}`)) ??
      true;
    // What was chosen of one may leave nothing to choose of another.
    const before = isKnown ? [] : planParties(
      found,
      { ...choices, fields: [] },
      list,
      inviteTo,
      { moved, contrary: [] },
      () => {},
    );
    return wrongChoices(now, { ...known, fields: new Set([...fields, ...fieldsOf(before)]) });
  }
}

function fieldsOf(parties: readonly PlannedParty[]): Set<string> {
  return new Set(
    parties.flatMap(({ changes }) => changes.map(({ party, field }) => `${party} ${field}`)),
  );
}

function planParties(
  found: readonly ImportParty[],
  choices: Choices,
  list: List,
  inviteTo: EventId[],
  { moved, contrary }: { moved: ReadonlyMap<string, unknown>; contrary: Contrary[] },
  tell: (done: number, total: number) => void,
): PlannedParty[] {
  const order = orderOfEntries(found);
  const matches = decideMatches(list, found, choices, order);
  const named = namedIn(found, matches);
  const fates = groupParties(found, matches, order);
  const listed = new Map<string, ListParty>(list.parties.map((party) => [party.id, party]));
  const nameOf = namesOf(found, list);
  const groups = new Map<string, ImportParty[]>();
  for (const party of found) {
    const root = rootOf(keyOf(party), fates);
    const members = groups.get(root);
    if (members) members.push(party);
    else groups.set(root, [party]);
  }
  const planned = new Map<string, PlannedParty>();
  const step = inSteps(found.length, tell);
  for (const [root, members] of groups) {
    for (const party of planGroup(inOrder(members), listed.get(root))) {
      planned.set(party.party, party);
      step();
    }
  }
  return found.flatMap((party) => planned.get(keyOf(party)) ?? []);

  // What stands on the list by itself is there before what is put beside it.
  function inOrder(members: readonly ImportParty[]): readonly ImportParty[] {
    const isMerged = (party: ImportParty) => Number(fates.get(keyOf(party))?.kind === "merged");
    return members.length < 2
      ? members
      : members.toSorted((one, other) =>
        isMerged(one) - isMerged(other) || order(keyOf(one), keyOf(other))
      );
  }

  function planGroup(
    members: readonly ImportParty[],
    before: ListParty | undefined,
  ): PlannedParty[] {
    const entries = members.map((party) =>
      entryOf(party, fates, matches, choices, order, { moved, named })
    );
    const [first] = members;
    const fate = first && fates.get(keyOf(first));
    if (!first || fate?.kind === "undecided" || fate?.kind === "skipped") {
      const kind = fate?.kind === "undecided" ? "undecided" : "left";
      return members.map((party) => told(party, kind, undefined));
    }
    const folding = startFolding(
      before ? mergedOf(before) : emptyParty(first),
      before !== undefined,
    );
    for (const entry of entries) foldParty(folding, entry);
    contrary.push(...contraryIn(folding));
    const target = buildTarget(folding, entries, before, list, inviteTo);
    const stays = before ? isAsBefore(target) : target.guests.length === 0;
    return members.map((party, at) => {
      const isFirst = at === 0;
      const kind = stays ? "left" : !isFirst ? "merged" : before ? "changed" : "added";
      const base = told(party, kind, before, folding);
      return {
        ...base,
        mergedInto: isFirst ? null : keyOf(first),
        changes: isFirst ? [...folding.changes, ...noteChange(keyOf(first), before, folding)] : [],
        ...isFirst && !stays ? { target } : {},
      };
    });
  }

  function told(
    party: ImportParty,
    kind: ImportedParty["kind"],
    before: ListParty | undefined,
    folding?: Folding,
  ): PlannedParty {
    const key = keyOf(party);
    const { listed: ofList = [], inFile = [], within = [] } = matches.get(key) ?? {};
    const open = [...ofList, ...inFile].flatMap(({ guests, ...match }) => [match, ...guests]);
    return {
      party: key,
      kind,
      rows: party.rows,
      name: party.name,
      listed: before?.id ?? null,
      mergedInto: null,
      contact: contactOf(party),
      guests: party.guests.map(({ row, name, age, invited }, at) => {
        const placed = folding?.placed.get(`${key} guest ${at}`);
        const known = before?.guests.find(({ id }) => id === placed);
        return {
          ...{ guest: `${key} guest ${at}`, row, name, age },
          listed: known?.id ?? null,
          events: invited,
        };
      }),
      changes: [],
      duplicates: [...open, ...within].filter(isTelling).map((match) => matchOf(match, nameOf)),
    };
  }
}

function rootOf(key: string, fates: ReadonlyMap<string, Fate>): string {
  const fate = fates.get(key);
  if (fate?.kind === "listed") return fate.id;
  return fate?.kind === "merged" ? rootOf(fate.into, fates) : key;
}

function entryOf(
  file: ImportParty,
  fates: ReadonlyMap<string, Fate>,
  matches: ReadonlyMap<string, Matches>,
  { fields }: Choices,
  order: EntryOrder,
  { moved, named }: { moved: ReadonlyMap<string, unknown>; named: ReadonlySet<string> | null },
): Entry {
  const key = keyOf(file);
  const fate = fates.get(key);
  const found = matches.get(key);
  const match = fate?.kind === "listed" || fate?.kind === "merged" ? fate.match : undefined;
  return {
    key,
    file,
    guests: match?.guests ?? [],
    left: withMoved(leftOut(key, found, fates, order), file, moved),
    within: found?.within ?? [],
    isOwn: found?.own !== undefined,
    named,
    fields,
  };
}

function withMoved(
  left: Set<string>,
  file: ImportParty,
  moved: ReadonlyMap<string, unknown>,
): Set<string> {
  if (moved.size === 0) return left;
  for (const at of file.guests.keys()) {
    const guest = `${keyOf(file)} guest ${at}`;
    if (moved.has(guest)) left.add(guest);
  }
  return left;
}

function noteChange(party: string, before: ListParty | undefined, { note }: Folding) {
  if (!before || !note) return [];
  const list = before.contact.note ?? null;
  return [{ party, field: "note", list, file: note.offered, take: note.take }];
}

// null: none of the file's rows has an id of the list.
function namedIn(
  found: readonly ImportParty[],
  matches: ReadonlyMap<string, Matches>,
): ReadonlySet<string> | null {
  if (![...matches.values()].some(({ own }) => own)) return null;
  return new Set(found.flatMap(({ guests }) => guests.flatMap(({ id }) => id ?? [])));
}

function onlyEvent({ events }: List): EventId[] {
  return events.length === 1 ? events.map(({ id }) => id) : [];
}
