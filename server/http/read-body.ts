import { z } from "zod";
import { Problem } from "../problem.ts";

/** The request's JSON, by its schema; no more than `limit` bytes are read, whatever Content-Length says. */
export async function readBody(
  request: Request,
  schema: z.ZodType,
  limit: number,
): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Problem("unsupported-type");
  return checkInput(parseJson(await readText(request, limit)), schema);
}

/** A form's fields by the schema: each with all of its values, in their order. */
export async function readFields(
  request: Request,
  schema: z.ZodType,
  limit: number,
): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") throw new Problem("unsupported-type");
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(await readText(request, limit))) {
    // Forms end lines in two characters, scripts and the database in one.
    fields.set(name, [...fields.get(name) ?? [], storable(value).replaceAll("\r\n", "\n")]);
  }
  return checkInput(Object.fromEntries(fields), schema);
}

/** The query by its schema, a personal link in it apart; of what is said twice, the last counts. */
export function readQuery(
  request: Request,
  schema: z.ZodType,
  { linkInQuery }: { linkInQuery?: true } = {},
): unknown {
  const { searchParams } = new URL(request.url);
  if (linkInQuery) searchParams.delete("rsvp");
  const query = Object.fromEntries([...searchParams].map(([name, text]) => [name, storable(text)]));
  return checkInput(query, schema);
}

/** Checks by a schema; the problem names what is wrong where, all at once. */
export function checkInput(value: unknown, schema: z.ZodType): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, 50).map(({ path, message }) => ({ path, message }));
  throw new Problem("invalid-input", z.prettifyError(result.error).slice(0, 1000), { issues });
}

function parseJson(text: string): unknown {
  try {
    // What is not storable can only be written as an escape: the rest was decoded strictly.
    return text.includes("\\u") ? JSON.parse(text, storableValue) : JSON.parse(text);
  } catch {
    throw new Problem("invalid-json");
  }
}

function storableValue(_key: string, value: unknown): unknown {
  return typeof value === "string" ? storable(value) : value;
}

/** Text without what PostgreSQL cannot hold: the character NUL, and halves of an emoji that was cut in two. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

async function readText(request: Request, limit: number): Promise<string> {
  const whole = await readBytes(request, limit);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    throw new Problem("invalid-json", "The body is not UTF-8.");
  }
}

/** The request's body as it is; no more than `limit` bytes are read, whatever Content-Length says. */
export async function readBytes(
  request: Request,
  limit: number,
  tooLarge = () => new Problem("body-too-large", `At most ${limit} bytes are taken.`),
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("invalid-json", "The body broke off.");
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
