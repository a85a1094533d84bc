import type { Rows } from "../collect-rows.ts";
import type { Notices } from "../notices.ts";
import type { HowRead } from "../table.ts";
import { createUnpacker } from "../unpack.ts";
import { readNumberStyles } from "./number-styles.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { type Parts, readWorkbook } from "./workbook-parts.ts";
import { readWorksheet } from "./read-worksheet.ts";

/** Reads an Excel workbook's sheets; its macros, links to other files, pictures and formulas are left alone. */
export async function readXlsx(
  parts: Parts,
  rows: Rows,
  notices: Notices,
  tell?: (packedBytes: number) => void,
): Promise<HowRead> {
  const unpack = createUnpacker(tell);
  const { sheets, since1904, ...workbook } = await readWorkbook(parts, unpack);
  const macros = [...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  if (macros) notices.add({ code: "macros-ignored" });
  const strings = workbook.strings ? await readSharedStrings(workbook.strings, unpack) : [];
  const styles = workbook.styles ? await readNumberStyles(workbook.styles, unpack) : [];
  for (const { name, hidden, part } of sheets) {
    const sheet = rows.sheet(name);
    if (hidden) notices.add({ code: "sheet-hidden", sheet: sheet.name });
    await readWorksheet(part, unpack, { strings, styles, since1904 }, sheet, notices);
  }
  return { format: "xlsx" };
}
