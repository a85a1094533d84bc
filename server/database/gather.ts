import { isDatabaseAway } from "./errors.ts";
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
  /** Whoever waited so long for a flight that found no database is told so, and does not wait for another; default a second. */
  patienceMs?: number;
}

interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
  since: number;
}

/**
 * What is asked of one database at the same moment goes there together: whatever arrives while a flight is out goes with the next. Where
 * none is out nobody waits, and the more is asked, the less each costs: a statement costs more than most rows. A second flight
 * beside the first would only make both smaller. What is asked must not wait for anybody's lock.
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
  { answer, most, seat, patienceMs = 1000 }: Flight<Asked, Answer>,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let isOut = false;

  /** Those who may go now, in the order in which they came; the others stay. */
  function board(): Waiting<Asked, Answer>[] {
    const seats = new Set<string>();
    const boarded: Waiting<Asked, Answer>[] = [];
    const left: Waiting<Asked, Answer>[] = [];
    for (const one of waiting) {
      const mine = seat?.(one.asked);
      const isFree = boarded.length < most && !(mine !== undefined && seats.has(mine));
      (isFree ? boarded : left).push(one);
      // Also of those who stay: nobody overtakes another with the same name.
      if (mine !== undefined) seats.add(mine);
    }
    waiting = left;
    return boarded;
  }

  function leaveLate(): Waiting<Asked, Answer>[] {
    const last = performance.now() - patienceMs;
    const late = waiting.filter(({ since }) => since <= last);
    waiting = waiting.filter(({ since }) => since > last);
    return late;
  }

  async function fly(): Promise<void> {
    const boarded = board();
    try {
      const answers = await answer(sql, boarded.map(({ asked }) => asked));
      for (const [place, { resolve, reject }] of boarded.entries()) {
        const settled = answers[place];
        if (settled?.status === "fulfilled") resolve(settled.value);
        else reject(settled?.reason ?? new Error("A flight came back without an answer."));
      }
    } catch (error) {
      const late = isDatabaseAway(error) ? leaveLate() : [];
      for (const { reject } of [...boarded, ...late]) reject(error);
    }
    isOut = false;
    call();
  }

  /** Whoever arrives in the same turn of the event loop is let on. */
  function call(): void {
    if (isOut || waiting.length === 0) return;
    isOut = true;
    setImmediate(fly);
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject, since: performance.now() });
      call();
    });
}
