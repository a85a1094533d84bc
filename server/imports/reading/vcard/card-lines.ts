/** One line of a card, unfolded: `item1.TEL;TYPE=cell:+1 555 0142`. */
export interface CardLine {
  /** "item1": ties a label to what it labels. */
  group: string;
  name: string;
  parameters: [name: string, value: string][];
  /** As it stands in version 3 and 4, escapes and all. */
  value: string;
}

export interface CardSource {
  lines: CardLine[];
  version: string;
  notUnderstood: string[];
  ended: boolean;
}

/** Cuts a file of cards into cards, and each into lines; what version 2.1 writes differently becomes as in 3.0. */
export function splitCards(text: string): CardSource[] {
  const cards: CardSource[] = [];
  let card: CardSource | undefined;
  for (const line of unfold(text)) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) {
      card = { lines: [], version: "3.0", notUnderstood: [], ended: false };
      cards.push(card);
    } else if (/^END:VCARD\s*$/i.test(line)) {
      if (card) card.ended = true;
    } else if (card && line.trim() !== "") addLine(card, line);
  }
  return cards;
}

function addLine(card: CardSource, line: string): void {
  const parsed = parseLine(line, card.version === "2.1");
  if (!parsed) card.notUnderstood.push(line);
  else if (parsed.name === "VERSION") card.version = parsed.value.trim();
  else card.lines.push(parsed);
}

function* unfold(text: string): Generator<string> {
  let parts: string[] = [];
  let printable = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = parts.at(-1);
    if (last !== undefined && printable && last.endsWith("=")) {
      // A quoted-printable value goes on where its line ends in "=".
      parts.push(parts.pop()?.slice(0, -1) ?? "", line);
    } else if (last !== undefined && /^[ \t]/.test(line)) parts.push(line.slice(1));
    else {
      if (parts.length > 0) yield parts.join("");
      parts = [line];
      printable = /^[^:]*QUOTED-PRINTABLE/i.test(line);
    }
  }
  yield parts.join("");
}

// Name and parameters end at the first colon that no quotes hold.
const head = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):/;

function parseLine(line: string, old: boolean): CardLine | undefined {
  const [start = "", group = "", name, rest = ""] = head.exec(line) ?? [];
  if (!name) return undefined;
  const parameters = (rest.match(/;(?:[^";]|"[^"]*")+/g) ?? []).map((part) =>
    parameter(part.slice(1))
  );
  const says = (name: string) => parameters.find(([key]) => key === name)?.[1] ?? "";
  const raw = line.slice(start.length);
  const printable = /^quoted-printable$/i.test(says("ENCODING"));
  const value = printable ? fromPrintable(raw, says("CHARSET")) : raw;
  return {
    group: group.toLowerCase(),
    name: name.toUpperCase(),
    parameters: parameters.filter(([key]) => key === "TYPE" || key === "VALUE" || key === "PREF"),
    value: old || printable ? escaped(value) : value,
  };
}

function parameter(text: string): [string, string] {
  const [name = "", ...value] = text.split("=");
  if (value.length > 0) return [name.trim().toUpperCase(), value.join("=").replaceAll('"', "")];
  // Version 2.1 names no parameters: TEL;CELL;PREF.
  return /^(quoted-printable|base64|8bit|7bit)$/i.test(name)
    ? ["ENCODING", name]
    : ["TYPE", name.replaceAll('"', "")];
}

function fromPrintable(text: string, charset: string): string {
  const bytes: number[] = [];
  const plain = new TextEncoder();
  for (const [part, hex] of text.matchAll(/=([0-9A-Fa-f]{2})|[^=]+|=/g)) {
    if (hex) bytes.push(parseInt(hex, 16));
    else for (const byte of plain.encode(part)) bytes.push(byte);
  }
  return decoder(charset).decode(Uint8Array.from(bytes));
}

function decoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset || "utf-8");
  } catch {
    return new TextDecoder("utf-8");
  }
}

// Version 2.1 escapes semicolons alone; in 3.0 a comma divides and a line break is written out.
function escaped(value: string): string {
  return value
    .replace(/\\(?![;,nN\\])/g, "\\\\")
    .replace(/(?<!\\),/g, "\\,")
    .replace(/\r\n|\n|\r/g, "\\n");
}
