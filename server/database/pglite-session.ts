import { Mutex, type PGlite, protocol } from "@electric-sql/pglite";
import type { Run } from "./create-sql.ts";
import { type Codec, codecs, columnName, plainText } from "./types.ts";

/** A statement as PostgreSQL keeps it: parsed and planned, with the types of what goes in and comes out. */
interface Prepared {
  name: string;
  parameters: readonly Codec[];
  columns: readonly { name: string; codec: Codec }[];
}

export interface Session {
  run: Run;
  begin<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
  /** Does something else with the database while no statement and no transaction is under way. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

const { messages, serialize } = protocol;

/**
 * The one session of PGlite. Its own `query` parses and plans a statement each time, which takes several times as long as
 * running it; here each of the program's statements is prepared once (PostgreSQL's protocol, "Extended Query").
 */
export function createSession(db: PGlite): Session {
  const turns = new Mutex();
  const prepared = new Map<TemplateStringsArray, Prepared>();
  let names = 0;

  async function prepare(text: TemplateStringsArray): Promise<Prepared> {
    names += 1;
    const name = `statement_${names}`;
    const statement = text.reduce((before, after, index) => `${before}$${index}${after}`);
    const said = await db.execProtocolStream(joined(
      serialize.parse({ name, text: statement }),
      serialize.describe({ type: "S", name }),
      serialize.sync(),
    ));
    let made: Prepared = { name, parameters: [], columns: [] };
    for (const message of said) {
      if (message instanceof messages.ParameterDescriptionMessage) {
        made = { ...made, parameters: message.dataTypeIDs.map(codecOf) };
      } else if (message instanceof messages.RowDescriptionMessage) {
        const columns = message.fields.map(({ name, dataTypeID }) => ({
          name: columnName(name),
          codec: codecOf(dataTypeID),
        }));
        made = { ...made, columns };
      }
    }
    prepared.set(text, made);
    return made;
  }

  const runInOrder: Run = (text, ...values) =>
    db.runExclusive(async () => {
      const { name, parameters, columns } = prepared.get(text) ?? await prepare(text);
      const written = values.map((value, index) =>
        value === null ? null : (parameters[index] ?? plainText).write(value)
      );
      const said = await db.execProtocolStream(joined(
        serialize.bind({ statement: name, values: written }),
        serialize.execute({}),
        serialize.sync(),
      ));
      const rows: object[] = [];
      for (const message of said) {
        if (!(message instanceof messages.DataRowMessage)) continue;
        const row: Record<string, unknown> = {};
        for (const [index, { name, codec }] of columns.entries()) {
          const field = message.fields[index] ?? null;
          row[name] = field === null ? null : codec.read(field);
        }
        rows.push(row);
      }
      return rows;
    });

  async function begin<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    await runInOrder`begin`;
    try {
      const result = await work(runInOrder);
      await runInOrder`commit`;
      return result;
    } catch (error) {
      await runInOrder`rollback`.catch(() => {});
      throw error;
    }
  }

  return {
    run: (text, ...values) => turns.runExclusive(() => runInOrder(text, ...values)),
    begin: (work) => turns.runExclusive(() => begin(work)),
    alone: (work) => turns.runExclusive(work),
  };
}

function codecOf(oid: number): Codec {
  return codecs.get(oid) ?? plainText;
}

function joined(...messages: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(messages.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const message of messages) {
    whole.set(message, at);
    at += message.length;
  }
  return whole;
}
