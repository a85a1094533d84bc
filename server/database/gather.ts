import type { Sql } from "./sql.ts";

export interface Flight<Asked, Answer> {
  /**
   * Answers all of them, each in its place. What it throws, every one of the flight is told; what is one's own is
   * a rejected result.
   */
  answer(sql: Sql, asked: readonly Asked[]): Promise<readonly PromiseSettledResult<Answer>[]>;
  /** So many at most are in one flight. */
  most: number;
  /** Two that share this name never travel in the same flight. */
  seat?: (asked: Asked) => string;
  /** Two that share this name may travel together, but not in two flights at the same time. */
  lane?: (asked: Asked) => string;
}

interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * What is asked of one database at the same moment goes there together: whatever arrives while the flights are out goes with the next. Where
 * nothing is out nobody waits, and the more is asked, the less each costs: a statement costs more than most rows.
 */
export function gather<Asked, Answer>(
  flight: Flight<Asked, Answer>,
): (sql: Sql, asked: Asked) => Promise<Answer> {
  const desks = new WeakMap<Sql, (asked: Asked) => Promise<Answer>>();
  return (sql, asked) => {
    const desk = desks.get(sql) ?? openDesk(sql, flight);
    desks.set(sql, desk);
    return desk(asked);
  };
}

function openDesk<Asked, Answer>(
  sql: Sql,
  { answer, most, seat, lane }: Flight<Asked, Answer>,
): (asked: Asked) => Promise<Answer> {
  // While one is with the database, the next can be made ready; the embedded one runs on this thread.
  const flights = sql.engine === "pglite" ? 1 : 2;
  let waiting: Waiting<Asked, Answer>[] = [];
  let out = 0;
  let calling = false;
  const lanes = new Set<string>();

  /** Those who may go now, in the order in which they came; the others stay. */
  function board(): Waiting<Asked, Answer>[] {
    const seats = new Set<string>();
    const boarded: Waiting<Asked, Answer>[] = [];
    const left: Waiting<Asked, Answer>[] = [];
    for (const one of waiting) {
      const mine = seat?.(one.asked);
      const isFree = boarded.length < most && !lanes.has(lane?.(one.asked) ?? "") &&
        !(mine !== undefined && seats.has(mine));
      (isFree ? boarded : left).push(one);
      // Also of those who stay: nobody overtakes another with the same name.
      if (mine !== undefined) seats.add(mine);
    }
    waiting = left;
    return boarded;
  }

  async function fly(boarded: readonly Waiting<Asked, Answer>[]): Promise<void> {
    const mine = lane ? new Set(boarded.map(({ asked }) => lane(asked))) : new Set<string>();
    for (const name of mine) lanes.add(name);
    out += 1;
    try {
      const answers = await answer(sql, boarded.map(({ asked }) => asked));
      for (const [place, { resolve, reject }] of boarded.entries()) {
        const settled = answers[place];
        if (settled?.status === "fulfilled") resolve(settled.value);
        else reject(settled?.reason ?? new Error("A flight came back without an answer."));
      }
    } catch (error) {
      for (const { reject } of boarded) reject(error);
    } finally {
      out -= 1;
      for (const name of mine) lanes.delete(name);
      call();
    }
  }

  /** Whoever arrives in the same turn of the event loop is let on. */
  function call(): void {
    if (calling || waiting.length === 0) return;
    calling = true;
    setImmediate(() => {
      calling = false;
      while (out < flights && waiting.length > 0) {
        const boarded = board();
        if (boarded.length === 0) return;
        fly(boarded);
      }
    });
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      call();
    });
}
