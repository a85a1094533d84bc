import fc from "fast-check";

/** What nobody means to send and somebody does. */
const odd: readonly unknown[] = [
  ...[null, true, "", " ", "\0", "\ud800", "\u202e", "\r\nX-Injected: yes", "\u0085", "﷽"],
  ...[0, -0, -1, 1.5, 1e308, 5e-324, 2 ** 53, -(2 ** 31), 2 ** 63],
  ...["' or 1=1 --", "%", "_", "\\", "${7*7}", "{{7*7}}", "../../etc/passwd", "<script>x</script>"],
  ...[
    "0000-01-01",
    "9999-12-31T23:59:59Z",
    "2027-02-30",
    "-271821-04-20T00:00:00Z",
    "+275760-09-13",
  ],
  ...["https://evil.example", "http://127.0.0.1:1/", "javascript:alert(1)", "site_0", "party_0"],
  ...["Europe/Nowhere", "__proto__", "constructor", "x".repeat(5000), "é".repeat(300)],
  ...[[], {}, [[]], [null], { length: 3 }, { __proto__: null, toJSON: 1 }],
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  Array.from({ length: 500 }, (_, index) => index),
];

export const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  fc.jsonValue({ maxDepth: 3 }),
);

/** Names in a path that nothing has. */
export const oddSegments = oddValues.map((value) =>
  encodeURIComponent((typeof value === "string" ? value : JSON.stringify(value)).toWellFormed())
    .slice(0, 900).replace(/%[0-9A-F]?$/, "").replace(/^\.*$/, "%2e") || "%00"
);

/** The value with one thing wrong somewhere in it. */
export function mutated(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const how = fc.constantFrom("replace", "replace", "remove", "add", "repeat");
  return fc.tuple(values, fc.nat(), how, oddValues).map(([value, where, how, odd]) => {
    const whole: Holder = { value: structuredClone(value) };
    const places = placesIn(whole);
    const [holder, key] = places[where % places.length] ?? [whole, "value"];
    if (how === "replace") holder[key] = odd;
    if (how === "remove") delete holder[key];
    if (how === "add") holder[where % 3 === 0 ? "__proto__x" : "neverAField"] = odd;
    if (how === "repeat") holder[key] = Array.from({ length: 70 }, () => holder[key]);
    return whole.value;
  });
}

type Holder = Record<string, unknown>;

function placesIn(value: unknown): [Holder, string][] {
  if (!isHolder(value)) return [];
  return Object.keys(value).flatMap((key): [Holder, string][] => [
    [value, key],
    ...placesIn(value[key]),
  ]);
}

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null;
}
