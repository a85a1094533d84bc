import { runCommand } from "../tools/command.ts";
import type { Figure } from "./figure.ts";

const files = [
  "server/imports/reading/any-bytes.test.ts",
  "server/imports/understanding/any-rows.test.ts",
];
const cases = 100_000;

/** No file crashes the reader, no table the understander: the gate's properties with a hundred times its cases. */
export async function benchCrash(): Promise<Figure[]> {
  const texts = await Promise.all(files.map((path) => Deno.readTextFile(path)));
  const properties = texts.reduce((sum, text) => sum + text.split("fc.assert(").length - 1, 0);
  const each = Math.ceil(cases / properties);
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const began = performance.now();
  const { ok, output } = await runCommand([Deno.execPath(), "test", "-A", "--no-check", ...files], {
    seconds: 1200,
    env: { PROPERTY_RUNS: String(each), PROPERTY_SEED: String(seed | 0), NO_COLOR: "1" },
  });
  if (!ok) throw new Error(`With the seed ${seed | 0}:\n${output}`);
  const name = `import: ${each * properties} and more strange files and tables, seed ${seed | 0}`;
  const value = (performance.now() - began) / 1000;
  return [{ name, value, unit: "s", floor: null, ratio: null, goal: "no crash", ok }];
}
