import type { Query, Sql, Tx, Value } from "../database/sql.ts";

/**
 * Counts the flights to the database: statements that are started without waiting for each other share one;
 * begin and commit take one each. Tells flights apart by what is under way, so in a transaction it is exact and outside of one
 * it depends on how quick the database is. A flight holds the first line of each of its statements.
 */
export function countFlights(sql: Sql): { sql: Sql; flights: string[][] } {
  const flights: string[][] = [];
  let underWay = 0;

  function watched(query: Query): Query {
    return async <Row extends object>(text: TemplateStringsArray, ...values: Value[]) => {
      if (underWay === 0) flights.push([]);
      underWay += 1;
      flights.at(-1)?.push(text.join("?").trim().split("\n")[0] ?? "");
      try {
        return await query<Row>(text, ...values);
      } finally {
        underWay -= 1;
      }
    };
  }

  async function begin<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    flights.push(["begin"]);
    const result = await sql.begin((tx) => work(watched(tx) as Tx));
    flights.push(["commit"]);
    return result;
  }

  const counted = Object.assign(watched(sql), { ...sql, begin });
  return { sql: counted, flights };
}
