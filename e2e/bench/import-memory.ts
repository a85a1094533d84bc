import { setTimeout as sleep } from "node:timers/promises";
import type { ImportPreview } from "../../shared/imports.ts";
import type { Deps } from "../../server/deps.ts";
import { anApiKey } from "../../server/testing/fixtures-access.ts";
import { ourPage } from "../../server/testing/fixtures.ts";
import { aWedding } from "../../server/testing/fixtures-replies.ts";
import { masterKeys } from "./bench-deps.ts";
import { freePort, startProcess } from "./bench-servers.ts";
import type { Figure } from "./figure.ts";
import { csvOf, rowsOfGuests } from "./import-files.ts";
import { median, quantile } from "./load.ts";

const rounds = 3;
const everyMs = 20;
const quietMs = 2000;

/** What a real server needs above what it has when it is idle, and how long guests wait, while 20,000 rows come in. */
export async function importMemory(deps: Deps, databaseUrl: string): Promise<Figure[]> {
  const bytes = csvOf(rowsOfGuests(20_000));
  const above: number[] = [];
  const waits: number[] = [];
  const quiet: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // A process for each: the memory that one has left behind would help the next.
    const port = freePort();
    await using server = await startProcess(["server/main.ts"], port, {
      DATABASE_URL: databaseUrl,
      MASTER_KEYS: masterKeys,
      PORT: String(port),
    });
    const { site: { slug } } = await aWedding(deps);
    const form = async () => {
      const path = `${server.url}/v1/sites/${slug}/form`;
      const answer = await fetch(path, { headers: { origin: ourPage } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`The form was refused: ${answer.status}.`);
    };
    for (let call = 0; call < 200; call += 1) await form();
    quiet.push(...await askMeanwhile(form, sleep(quietMs)));
    const { site } = await aWedding(deps);
    const key = await anApiKey(deps, site, "planner");
    const idle = await startPeak(server.pid);
    const importing = importOver(`${server.url}/v1/sites/${site.id}/imports`, key, bytes);
    waits.push(...await askMeanwhile(form, importing));
    await importing;
    above.push((await peakOf(server.pid) - idle) / 1024);
  }
  const most = median(above);
  const p99 = quantile(waits.toSorted((a, b) => a - b), 0.99);
  const floor = quantile(quiet.toSorted((a, b) => a - b), 0.99);
  return [
    {
      ...{ name: "import: 20,000 rows, server's peak memory above idle", value: most, unit: "MB" },
      ...{ floor: null, ratio: null, goal: "≤ 300 MB", ok: most <= 300 },
    },
    {
      ...{ name: "import: 20,000 rows, p99 of the form meanwhile", value: p99, unit: "ms" },
      ...{ floor, ratio: p99 / floor, goal: "≤ 100 ms", ok: p99 <= 100 },
    },
  ];
}

async function importOver(path: string, key: string, body: Uint8Array<ArrayBuffer>) {
  const headers = { authorization: `Bearer ${key}` };
  const call = async (rest: string, body?: Uint8Array<ArrayBuffer>): Promise<ImportPreview> => {
    const type = { "content-type": "text/csv" };
    const answer = await fetch(`${path}${rest}`, {
      ...{ method: "POST", headers: { ...headers, ...body ? type : {} } },
      ...body ? { body } : {},
    });
    if (!answer.ok) throw new Error(`The import was refused: ${await answer.text()}`);
    return await answer.json();
  };
  const { import: { id } } = await call("", body);
  await call(`/${id}/accept`);
}

/** Milliseconds that each call took, one begun every few milliseconds however long those before it take. */
async function askMeanwhile(ask: () => Promise<void>, until: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const over = until.finally(() => isOver = true).catch(() => {});
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  while (!isOver) {
    const began = performance.now();
    asked.push(ask().then(() => void times.push(performance.now() - began)));
    await sleep(everyMs);
  }
  await Promise.all([over, ...asked]);
  return times;
}

/** Kilobytes that the process has now; from here on the kernel notes its peak. */
async function startPeak(pid: number): Promise<number> {
  await Deno.writeTextFile(`/proc/${pid}/clear_refs`, "5");
  return await statusOf(pid, "VmRSS");
}

function peakOf(pid: number): Promise<number> {
  return statusOf(pid, "VmHWM");
}

async function statusOf(pid: number, line: string): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  const [, kilobytes] = new RegExp(`^${line}:\\s+(\\d+) kB$`, "m").exec(status) ?? [];
  if (!kilobytes) throw new Error(`The kernel does not tell ${line}.`);
  return Number(kilobytes);
}
