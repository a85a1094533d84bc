import type { Rows } from "../collect-rows.ts";
import type { Notices } from "../notices.ts";
import { type Attributes, readXml } from "../read-xml.ts";
import { broken, encrypted } from "../refused.ts";
import type { HowRead } from "../table.ts";
import { createUnpacker, type Unpack } from "../unpack.ts";
import type { ZipEntry } from "../zip.ts";
import { createOdsSheet, type OdsSheet } from "./ods-sheet.ts";

/** Reads an OpenDocument workbook's sheets. */
export async function readOds(
  parts: Map<string, ZipEntry>,
  rows: Rows,
  notices: Notices,
  tell?: (packedBytes: number) => void,
): Promise<HowRead> {
  const unpack = createUnpacker(tell);
  const content = parts.get("content.xml");
  if (!content) throw broken("The workbook has no sheets. Save it again as .xlsx or CSV.");
  if (await isEncrypted(parts, unpack)) throw encrypted();
  if ([...parts.keys()].some((name) => name.startsWith("Basic/"))) {
    notices.add({ code: "macros-ignored" });
  }
  const hiddenStyles = new Set<string>();
  let style = "";
  let sheet: OdsSheet | undefined;

  function startTable(attributes: Attributes): void {
    const started = rows.sheet(attributes["table:name"] ?? "");
    if (hiddenStyles.has(attributes["table:style-name"] ?? "")) {
      notices.add({ code: "sheet-hidden", sheet: started.name });
    }
    sheet = createOdsSheet(started, notices);
  }

  // A table within a cell has no rows of the sheet.
  let depth = 0;
  await readXml(content, unpack, {
    open(name, attributes) {
      if (name === "style") style = attributes["style:name"] ?? "";
      else if (name === "table-properties" && attributes["table:display"] === "false") {
        hiddenStyles.add(style);
      } else if (name === "table") {
        depth += 1;
        if (depth === 1) startTable(attributes);
      } else if (depth === 1) sheet?.open(name, attributes);
    },
    text: (more) => depth === 1 && sheet?.text(more),
    close(name) {
      if (name === "table") {
        if (depth === 1) sheet?.end();
        depth -= 1;
      } else if (depth === 1) sheet?.close(name);
    },
  });
  return { format: "ods" };
}

async function isEncrypted(parts: Map<string, ZipEntry>, unpack: Unpack): Promise<boolean> {
  const manifest = parts.get("META-INF/manifest.xml");
  let found = false;
  if (manifest) {
    await readXml(manifest, unpack, {
      open: (name) => {
        if (name === "encryption-data") found = true;
      },
    });
  }
  return found;
}
