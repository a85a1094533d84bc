import { AsyncLocalStorage } from "node:async_hooks";
import { isDatabaseAway } from "./errors.ts";
import type { Sql } from "./sql.ts";

export interface Gathering<Asked, Answer> {
  /**
   * Answers all of them, each in its place. What it throws, every one of them is told; what is one's own is a
   * rejected result.
   */
  answer(sql: Sql, asked: readonly Asked[]): Promise<readonly PromiseSettledResult<Answer>[]>;
  /** So many at most go together. */
  most: number;
  /** Those with different names stand in different lines, which know nothing of each other; default: one line. */
  line?: (asked: Asked) => string;
  /** Two with the same name never go together: the later one goes after the earlier one. */
  apart?: (asked: Asked) => string;
  /** While fewer than so many are away, the next leave at once; default 4. It costs little when little happens. */
  few?: number;
  /** When the next leave although the last are not back; default 50. A connection that hangs must not stop everybody. */
  besideMs?: number;
  /** Whoever waited so long while others found no database is told so, and does not try in vain again; default a second. */
  patienceMs?: number;
}

interface Waiting<Asked, Answer> {
  asked: Asked;
  since: number;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

interface Line<Asked, Answer> {
  ask(asked: Asked): Promise<Answer>;
}

// What is done for many is done in nobody's transaction.
const outside = AsyncLocalStorage.snapshot();

/**
 * What is asked of one database at the same moment goes there together: whatever arrives while several are away goes with the next. Where
 * few are away nobody waits, and the more is asked, the less each costs: a statement costs more than most rows.
 */
export function gather<Asked, Answer>(
  gathering: Gathering<Asked, Answer>,
): (sql: Sql, asked: Asked) => Promise<Answer> {
  const databases = new WeakMap<Sql, Map<string, Line<Asked, Answer>>>();
  return (sql, asked) => {
    sql.refuseInside();
    const lines = databases.get(sql) ?? new Map();
    databases.set(sql, lines);
    const name = gathering.line?.(asked) ?? "";
    const line = lines.get(name) ?? openLine(sql, gathering, () => lines.delete(name));
    lines.set(name, line);
    return line.ask(asked);
  };
}

function openLine<Asked, Answer>(
  sql: Sql,
  { answer, most, apart, few = 4, besideMs = 50, patienceMs = 1000 }: Gathering<Asked, Answer>,
  emptied: () => void,
): Line<Asked, Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let away = 0;
  let last = 0;
  let leftAt = 0;
  let isCalled = false;
  let beside: ReturnType<typeof setTimeout> | undefined;
  /** Those who left last are back, or late. */
  let mayGo = true;

  /** Those who go now, in the order in which they came; the others stay. */
  function take(): Waiting<Asked, Answer>[] {
    const names = new Set<string>();
    const going: Waiting<Asked, Answer>[] = [];
    const staying: Waiting<Asked, Answer>[] = [];
    for (const one of waiting) {
      const name = apart?.(one.asked);
      const goes = going.length < most && !(name !== undefined && names.has(name));
      (goes ? going : staying).push(one);
      // Also of those who stay: nobody overtakes another with the same name.
      if (name !== undefined) names.add(name);
    }
    waiting = staying;
    return going;
  }

  function takeLate(): Waiting<Asked, Answer>[] {
    const then = performance.now() - patienceMs;
    const late = waiting.filter(({ since }) => since <= then);
    waiting = waiting.filter(({ since }) => since > then);
    return late;
  }

  async function go(): Promise<void> {
    isCalled = false;
    stopWaiting();
    const going = take();
    const mine = ++last;
    leftAt = performance.now();
    mayGo = false;
    away += going.length;
    try {
      const answers = await answer(sql, going.map(({ asked }) => asked));
      for (const [place, { resolve, reject }] of going.entries()) {
        const settled = answers[place];
        if (settled?.status === "fulfilled") resolve(settled.value);
        else reject(settled?.reason ?? new Error("Who went together came back without an answer."));
      }
    } catch (error) {
      const late = isDatabaseAway(error) ? takeLate() : [];
      for (const { reject } of [...going, ...late]) reject(error);
    }
    away -= going.length;
    if (mine === last) mayGo = true;
    call();
    if (away === 0 && waiting.length === 0) emptied();
  }

  /** Whoever arrives in the same turn of the event loop comes along. */
  function call(): void {
    if (waiting.length === 0) return stopWaiting();
    if (isCalled) return;
    if (mayGo || away < few) {
      isCalled = true;
      setImmediate(() => outside(go));
      return;
    }
    const left = leftAt + besideMs - performance.now();
    beside ??= setTimeout(() => {
      beside = undefined;
      mayGo = true;
      call();
    }, Math.max(0, left));
  }

  function stopWaiting(): void {
    clearTimeout(beside);
    beside = undefined;
  }

  return {
    ask: (asked) =>
      new Promise((resolve, reject) => {
        waiting.push({ asked, since: performance.now(), resolve, reject });
        call();
      }),
  };
}
