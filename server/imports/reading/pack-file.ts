import type { ReadFile } from "./table.ts";

/** A file that was read, squeezed: as it is kept. */
export async function packFile(file: ReadFile): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([JSON.stringify(file)]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

export async function unpackFile(packed: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  const whole = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(whole).text());
}

/** What is told of a file beside its cells. */
export interface FileHead extends Pick<ReadFile, "how" | "notices"> {
  sheets: { name: string; rows: number }[];
}

export function headOf({ how, notices, sheets }: ReadFile): FileHead {
  return { how, notices, sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })) };
}
