import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { registerFollower } from "../../server/changes/owed-changes.ts";
import type { Deps } from "../../server/deps.ts";
import { acceptImport } from "../../server/imports/accept-import.ts";
import { getSpareReady, keepSpareWorker } from "../../server/imports/beside/fresh-worker.ts";
import { startFileWorker } from "../../server/imports/beside/start-file-worker.ts";
import { firstChoices } from "../../server/imports/planning/choices.ts";
import { readList } from "../../server/imports/read-list.ts";
import { startImport } from "../../server/imports/start-import.ts";
import { aWedding } from "../../server/testing/fixtures-replies.ts";
import type { SiteHead } from "../../server/sites/sites.ts";
import { startPostgres } from "../tools/postgres.ts";
import { benchDeps } from "./bench-deps.ts";
import { copyOfWritten } from "./copy-of-written.ts";
import type { Figure } from "./figure.ts";
import { importMemory } from "./import-memory.ts";
import { csvOf, rowsOfGuests, workbookOf } from "./import-files.ts";
import { median } from "./load.ts";

const rounds = 5;
const by = { kind: "server" } as const;
const quiet = () => {};

/** Guest lists of the real size, beside their floors in the same run. */
export async function benchImport(): Promise<Figure[]> {
  await using postgres = await startPostgres({ fsync: true });
  const deps = await benchDeps(postgres.url);
  // Every server has one: each change is written once more, for it.
  await registerFollower(deps.sql, "webhooks");
  try {
    return [
      ...await checked(deps),
      ...await accepted(deps, postgres.url),
      await workbook(deps),
      ...await endToEnd(deps),
      ...await growth(deps),
      ...await importMemory(deps, postgres.url),
    ];
  } finally {
    await deps.sql.close();
  }
}

/**
 * Read, understood, checked and compared with 10,000 guests of the list, a tenth of whom the file has too: in a worker that
 * has yet to load, and in the one that waits where a couple looks at its imports.
 */
async function checked(deps: Deps): Promise<Figure[]> {
  const { site } = await aWedding(deps);
  await importGuests(deps, site, csvOf(rowsOfGuests(10_000)));
  const { parties, ...list } = await readList(deps, site);
  const bytes = csvOf(rowsOfGuests(10_000, 3_600));
  const { value, floor, waited } = await inTurn({
    value: async () => {
      using worker = startFileWorker();
      await worker.read(bytes, { name: "guests.csv" });
      for (let at = 0; at < parties.length; at += 250) {
        worker.list(JSON.stringify(parties.slice(at, at + 250)));
      }
      await worker.plan(firstChoices("PT"), list, ["en"]);
    },
    floor: () => void parse(bytes, { columns: true }),
  });
  const told = (name: string, times: readonly number[]) => {
    const ratio = ratioOf(times, floor);
    const ok = median(times) <= 1 && ratio <= 6;
    return figure(name, times, { floor, ratio, goal: "≤ 1.0 s, ≤ 6", ok });
  };
  const name = "import: CSV of 10,000 checked against 10,000";
  return [told(name, value), told(`${name}, worker waiting`, waited)];
}

/**
 * Accepting, against a bare COPY of the very rows that it wrote into tables of the same form: with the foreign keys that
 * both have to check, and without them.
 */
async function accepted(deps: Deps, url: string): Promise<Figure[]> {
  const bytes = csvOf(rowsOfGuests(10_000));
  const value: number[] = [];
  const [sameForm, withoutKeys]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const { site } = await aWedding(deps);
    const preview = await startImport(deps, site, upload(bytes), quiet);
    const took = await seconds(() => acceptImport(deps, site, by, preview.import.id, quiet));
    const copied = await copyTime(url, site, true);
    const copiedBare = await copyTime(url, site, false);
    if (round === 0) continue;
    value.push(took);
    sameForm.push(copied);
    withoutKeys.push(copiedBare);
  }
  const floors = [
    ["import: 10,000 guests accepted", sameForm],
    ["import: the same, the floor without foreign keys", withoutKeys],
  ] as const;
  return floors.map(([name, floor]) => {
    const ratio = ratioOf(value, floor);
    return figure(name, value, { floor, ratio, goal: "≤ 3", ok: ratio <= 3 });
  });
}

async function copyTime(url: string, site: SiteHead, foreignKeys: boolean): Promise<number> {
  await using written = await copyOfWritten(url, site.id, { foreignKeys });
  return await seconds(() => written.copy());
}

async function workbook(deps: Deps): Promise<Figure> {
  const bytes = workbookOf(rowsOfGuests(10_000));
  const { value } = await inTurn({
    value: async () => {
      const { site } = await aWedding(deps);
      await startImport(deps, site, { bytes, hint: { name: "guests.xlsx" } }, quiet);
    },
  });
  return figure("import: XLSX of 10,000, preview kept", value, atMost(3, value));
}

async function endToEnd(deps: Deps): Promise<Figure[]> {
  const bytes = csvOf(rowsOfGuests(1000));
  const { value, waited } = await inTurn({
    value: async () => {
      const { site } = await aWedding(deps);
      await importGuests(deps, site, bytes);
    },
  });
  const name = "import: CSV of 1,000, from upload to list";
  return [
    figure(name, value, atMost(0.5, value)),
    figure(`${name}, worker waiting`, waited, atMost(0.5, waited)),
  ];
}

/** Four times the rows, a quarter more than four times the time at most. */
async function growth(deps: Deps): Promise<Figure[]> {
  const sizes = [5_000, 10_000, 20_000];
  const files = sizes.map((count) => csvOf(rowsOfGuests(count)));
  const times = sizes.map((): number[] => []);
  for (let round = 0; round <= 3; round += 1) {
    for (const [at, bytes] of files.entries()) {
      const { site } = await aWedding(deps);
      const took = await seconds(() => importGuests(deps, site, bytes));
      if (round > 0) times[at]?.push(took);
    }
  }
  const perRow = times.map((each, at) => median(each) / (sizes[at] ?? NaN));
  return sizes.map((count, at) => {
    const ratio = (perRow[at] ?? NaN) / (perRow[0] ?? NaN);
    const name = `import: ${count.toLocaleString("en")} rows, upload to list; ratio a row`;
    return figure(name, times[at] ?? [], { ratio, goal: "≤ 1.25", ok: ratio <= 1.25 });
  });
}

async function importGuests(deps: Deps, site: SiteHead, bytes: Uint8Array<ArrayBuffer>) {
  const preview = await startImport(deps, site, upload(bytes), quiet);
  await acceptImport(deps, site, by, preview.import.id, quiet);
}

function upload(bytes: Uint8Array<ArrayBuffer>) {
  return { bytes, hint: { name: "guests.csv" } };
}

/** One round to warm up, then all in turn: a noisy moment hits each. */
async function inTurn(
  { value, floor }: { value: () => Promise<void>; floor?: () => void },
): Promise<{ value: number[]; waited: number[]; floor: number[] }> {
  const times = { value: [] as number[], waited: [] as number[], floor: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const bare = floor && await seconds(floor);
    const took = await seconds(value);
    const waited = await withWaiting(() => seconds(value));
    if (round === 0) continue;
    times.value.push(took);
    times.waited.push(waited);
    if (bare !== undefined) times.floor.push(bare);
  }
  return times;
}

/** As in a server whose couple has just looked at its imports. */
async function withWaiting<Result>(work: () => Promise<Result>): Promise<Result> {
  using _ = keepSpareWorker();
  getSpareReady();
  await sleep(1500);
  return await work();
}

async function seconds(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function ratioOf(value: readonly number[], floor: readonly number[]): number {
  return median(value.map((each, round) => each / (floor[round] ?? NaN)));
}

function atMost(most: number, value: readonly number[]) {
  return { goal: `≤ ${most} s`, ok: median(value) <= most };
}

function figure(
  name: string,
  value: readonly number[],
  { floor, ratio = null, goal, ok }: {
    floor?: readonly number[];
    ratio?: number | null;
    goal: string;
    ok: boolean;
  },
): Figure {
  const bare = floor ? median(floor) : null;
  return { ...{ name, value: median(value), unit: "s", floor: bare, ratio, goal, ok } };
}
