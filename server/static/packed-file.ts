import { etagOf } from "../http/etag.ts";
import { type Bytes, type OpenFile, packedWith, type Packing, packOpen } from "./open-packing.ts";

/** A built file as it is sent: each way of packing it with its own tag. */
export interface PackedFile {
  type: string;
  packed: Record<Packing, Sent>;
  /** To put something after it. */
  open: OpenFile;
}

export interface Sent {
  bytes: Bytes;
  etag: string;
}

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

const nothing = new Uint8Array();

/** The media type of a file that pages may have, by its name; a single name without a slash. */
export function typeOf(name: string): string | undefined {
  const extension = /^[\w-]+(?:\.[\w-]+)*\.(\w+)$/.exec(name)?.[1] ?? "";
  return Object.hasOwn(types, extension) ? types[extension] : undefined;
}

export async function packFile(plain: Bytes, type: string): Promise<PackedFile> {
  const [open, etag] = await Promise.all([packOpen(plain), etagOf(plain)]);
  const sent = (packing: Packing): Sent => ({
    bytes: packedWith(open, nothing, packing),
    etag: tagOf(etag, packing),
  });
  return {
    type,
    open,
    packed: { br: sent("br"), gzip: sent("gzip"), identity: { bytes: plain, etag } },
  };
}

/** A file with something after it, which has a tag of both. */
export async function withMore(
  { open, packed }: PackedFile,
  more: Bytes,
  packing: Packing,
): Promise<Sent> {
  const [own, added] = [packed.identity.etag, await etagOf(more)].map((tag) => tag.slice(1, -1));
  return {
    bytes: packedWith(open, more, packing),
    etag: tagOf(`"${own}.${added}"`, packing),
  };
}

function tagOf(etag: string, packing: Packing): string {
  const suffix = { br: "-br", gzip: "-gz", identity: "" }[packing];
  return etag.replace(/"$/, `${suffix}"`);
}
