import { getFormatFromId } from "numfmt";
import { type NumberStyle, numberStyle } from "../number-text.ts";
import { readXml } from "../read-xml.ts";
import type { Unpack } from "../unpack.ts";
import type { ZipEntry } from "../zip.ts";

// Excel's own number of cell styles at most.
const most = 65_536;

/** How each cell style of the workbook shows numbers, by the style's number. */
export async function readNumberStyles(part: ZipEntry, unpack: Unpack): Promise<NumberStyle[]> {
  const patterns = new Map<string, string>();
  const made = new Map<string, NumberStyle>();
  const styles: NumberStyle[] = [];
  let inCells = false;

  function style(id: string): NumberStyle {
    const known = made.get(id);
    if (known) return known;
    const number = Number(id);
    const ownPattern = Number.isInteger(number) ? getFormatFromId(number) : "";
    const style = numberStyle(patterns.get(id) ?? ownPattern ?? "");
    made.set(id, style);
    return style;
  }

  await readXml(part, unpack, {
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (name === "numFmt") patterns.set(numFmtId, formatCode);
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells && styles.length < most) styles.push(style(numFmtId));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}
