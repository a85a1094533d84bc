import { zipOf } from "./zip-of.ts";

export interface XlsxSource {
  /** The inside of each worksheet, by the sheet's name. */
  sheets: Record<string, string>;
  /** Attributes of a sheet in the list of sheets: `state="hidden"`. */
  sheetAttributes?: Record<string, string>;
  /** The inside of the shared strings: `<si><t>…</t></si>`. */
  strings?: string;
  /** Formats by number, and the number of each cell style's format. */
  formats?: Record<number, string>;
  styles?: number[];
  workbook?: string;
  more?: Record<string, string | Uint8Array>;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** An Excel workbook of these sheets, as XML that a test can write by hand. */
export function xlsxOf(source: XlsxSource): Uint8Array<ArrayBuffer> {
  return zipOf(xlsxParts(source));
}

export function xlsxParts(source: XlsxSource): Record<string, string | Uint8Array> {
  const names = Object.keys(source.sheets);
  const listed = names.map((name, index) =>
    `<sheet name="${name}" sheetId="${index + 1}" ${
      source.sheetAttributes?.[name] ?? ""
    } r:id="r${index}"/>`
  );
  const related = names.map((_, index) =>
    `<Relationship Id="r${index}" Type="${office}/worksheet" Target="worksheets/sheet${index}.xml"/>`
  );
  const formats = Object.entries(source.formats ?? {})
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  const styles = (source.styles ?? [0]).map((id) => `<xf numFmtId="${id}"/>`);
  return {
    "[Content_Types].xml": `${xml}<Types/>`,
    "_rels/.rels":
      `${xml}<Relationships ${packages}><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${xml}<workbook ${main} xmlns:r="${office}">${
      source.workbook ?? ""
    }<sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${xml}<Relationships ${packages}>${
      related.join("")
    }<Relationship Id="s" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${xml}<styleSheet ${main}><numFmts>${
      formats.join("")
    }</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${
      styles.join("")
    }</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${xml}<sst ${main}>${source.strings ?? ""}</sst>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index}.xml`,
        `${xml}<worksheet ${main}>${source.sheets[name]}</worksheet>`,
      ]),
    ),
    ...source.more,
  };
}

/** Rows of texts as `sheetData`. */
export function sheetData(rows: readonly (readonly string[])[]): string {
  const said = rows.map((cells, row) => {
    const texts = cells.map((text) => `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`);
    return `<row r="${row + 1}">${texts.join("")}</row>`;
  });
  return `<sheetData>${said.join("")}</sheetData>`;
}

/** An OpenDocument workbook with this inside of `office:spreadsheet`, and these automatic styles. */
export function odsOf(spreadsheet: string, styles = "", more: Record<string, string> = {}) {
  const names = ["office", "table", "text", "style", "calcext"]
    .map((name) => `xmlns:${name}="urn:${name}"`).join(" ");
  const content =
    `${xml}<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${spreadsheet}</office:spreadsheet></office:body></office:document-content>`;
  const mimetype = "application/vnd.oasis.opendocument.spreadsheet";
  return zipOf({ mimetype, "content.xml": content, ...more }, { stored: ["mimetype"] });
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
