import fc from "fast-check";
import { mutated, oddValues } from "./odd-values.ts";

/** A body as it travels. */
export interface Sent {
  type: string | undefined;
  bytes: Uint8Array<ArrayBuffer>;
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Bodies of which half are what the document asks for, and the others wrong in one of many ways. */
export function jsonBodies(values: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> {
  const json = (some: fc.Arbitrary<unknown>) =>
    some.map((value): Sent => ({ type: "application/json", bytes: encode(textOf(value)) }));
  return fc.oneof(
    { weight: 10, arbitrary: json(values) },
    { weight: 6, arbitrary: json(mutated(values)) },
    { weight: 1, arbitrary: json(oddValues) },
    { weight: 2, arbitrary: broken(values) },
    { weight: 1, arbitrary: otherTypes(values) },
  );
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

/** No JSON, or JSON that tries a parser. */
function broken(values: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> {
  const ways: ((text: string, at: number) => string | Uint8Array<ArrayBuffer>)[] = [
    (text, at) => text.slice(0, at % (text.length + 1)),
    (text) => text.replace("{", '{"__proto__":{"polluted":true},'),
    (text) => text.replace(/^\{("[^"]*"):/, "{$1:null,$1:"),
    (text) => text.replace(/\d+/, "1e400"),
    (text) => text.replace(/\d+/, "9".repeat(400)),
    (text) => text.replace(/"[^"]*"(?=[,}\]])/, '"\\ud800\\u0000"'),
    (text) => text.replace(/"[^"]*"(?=[,}\]])/, "[".repeat(9000) + "]".repeat(9000)),
    (text) => "[".repeat(30_000) + text,
    (text) => `\ufeff${text}`,
    (text) => `${text}${" ".repeat(70_000)}`,
    () => "",
    (text) => Uint8Array.of(...encode(text).slice(0, 2000), 0xff, 0xfe, 0x80),
  ];
  return fc.tuple(values, fc.nat(), fc.constantFrom(...ways)).map(([value, at, way]): Sent => {
    const made = way(textOf(value), at);
    return { type: "application/json", bytes: typeof made === "string" ? encode(made) : made };
  });
}

function otherTypes(values: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> {
  const types = [
    ...["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"],
    ...["multipart/form-data; boundary=x", "APPLICATION/JSON", "application/jsonp", undefined],
  ];
  return fc.tuple(values, fc.constantFrom(...types)).map(([value, type]): Sent => ({
    type,
    bytes: encode(textOf(value)),
  }));
}

const lists = [
  "Party,First name,Last name,Email\nThe Silvas,Ana,Silva,ana@mail.example\n,Leo,Silva,\n",
  "Name;Adults;Reply\nFamilie Müller;2;ja\n",
  "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nEND:VCARD\n",
  '"never closed\nAna,Silva\n',
  "=cmd|' /C calc'!A0,@SUM(1)\n",
];

/** Guest lists, and what is none. */
export function fileBodies(types: readonly string[]): fc.Arbitrary<Sent> {
  const texts = fc.oneof(fc.constantFrom(...lists), fc.string({ maxLength: 300 }));
  const bytes = fc.oneof(
    { weight: 4, arbitrary: texts.map(encode) },
    fc.uint8Array({ maxLength: 300 }).map((some) => Uint8Array.from(some)),
    fc.uint8Array({ maxLength: 300 }).map((some) => Uint8Array.of(0x50, 0x4b, 3, 4, ...some)),
  );
  const form = texts.map((text) =>
    encode(
      `--x\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\n\r\n${text}\r\n--x--\r\n`,
    )
  );
  return fc.oneof(
    fc.tuple(fc.constantFrom(...types, "application/json"), bytes)
      .map(([type, bytes]): Sent => ({ type, bytes })),
    form.map((bytes): Sent => ({ type: "multipart/form-data; boundary=x", bytes })),
  );
}
