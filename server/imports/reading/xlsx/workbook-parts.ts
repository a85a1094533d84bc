import { readXml } from "../read-xml.ts";
import { broken, unknownType } from "../refused.ts";
import type { Unpack } from "../unpack.ts";
import type { ZipEntry } from "../zip.ts";

export type Parts = Map<string, ZipEntry>;

export interface Workbook {
  sheets: { name: string; hidden: boolean; part: ZipEntry }[];
  since1904: boolean;
  strings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
}

interface Relationship {
  type: string;
  target: string;
}

/** What a workbook is made of: its sheets in their order, where its texts and its formats are. */
export async function readWorkbook(parts: Parts, unpack: Unpack): Promise<Workbook> {
  const root = await readRelationships(parts, unpack, "_rels/.rels", "");
  const path = [...root.values()].find(({ type }) => type === "officeDocument")?.target ??
    "xl/workbook.xml";
  if (path.endsWith(".bin")) {
    throw unknownType("This is a binary workbook (.xlsb). Save it as .xlsx or CSV.");
  }
  const part = partOf(parts, path);
  if (!part) throw broken("The workbook has no sheets. Save it again as .xlsx or CSV.");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const rels = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const related = await readRelationships(parts, unpack, rels, folder);
  const target = (type: string) => {
    const found = [...related.values()].find((one) => one.type === type);
    return found && partOf(parts, found.target);
  };
  const { listed, since1904 } = await readSheetList(part, unpack);
  const sheets = listed.flatMap(({ id, ...sheet }) => {
    const { type, target } = related.get(id) ?? { type: "", target: "" };
    const part = type === "worksheet" ? partOf(parts, target) : undefined;
    return part ? [{ ...sheet, part }] : [];
  });
  return { sheets, since1904, strings: target("sharedStrings"), styles: target("styles") };
}

async function readSheetList(part: ZipEntry, unpack: Unpack) {
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let since1904 = false;
  await readXml(part, unpack, {
    open(tag, attributes) {
      if (tag === "workbookPr") since1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (tag !== "sheet") return;
      const { name = "", state = "visible" } = attributes;
      // "r:id" as a rule; the letter before the colon is the writer's choice.
      const key = Object.keys(attributes).find((key) => key.endsWith(":id"));
      listed.push({ name, hidden: state !== "visible", id: key ? attributes[key] ?? "" : "" });
    },
  });
  return { listed, since1904 };
}

async function readRelationships(parts: Parts, unpack: Unpack, path: string, folder: string) {
  const found = new Map<string, Relationship>();
  const part = partOf(parts, path);
  if (!part) return found;
  await readXml(part, unpack, {
    open(name, { Id = "", Type = "", Target = "", TargetMode = "" }) {
      // What is outside of the file is never asked for.
      if (name !== "Relationship" || TargetMode === "External") return;
      const type = Type.slice(Type.lastIndexOf("/") + 1);
      found.set(Id, { type, target: resolve(folder, Target) });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

// Some writers do not keep to one case.
function partOf(parts: Parts, path: string): ZipEntry | undefined {
  const lower = path.toLowerCase();
  return parts.get(path) ?? [...parts.values()].find(({ name }) => name.toLowerCase() === lower);
}
