import { readBytes } from "../http/read-body.ts";
import { Problem } from "../problem.ts";
import { limits } from "./reading/limits.ts";
import { counted, tooLarge } from "./reading/refused.ts";
import type { FileHint } from "./reading/table.ts";

/** What a form adds around a file. */
const formBytes = 64 * 1024;

export const uploadLimit = limits.bytes + formBytes;
export const uploadTypes = [
  "multipart/form-data",
  "application/octet-stream",
  "text/csv",
  "text/plain",
] as const;

export interface Upload {
  bytes: Uint8Array;
  hint: FileHint;
}

/**
 * The file that a request brings: in the field `file` of a form, as the body itself, or as pasted text in the field `text`.
 * Problems: `file-too-large`, `file-not-readable`, `file-type-unknown`, `file-empty`.
 */
export async function readUpload(request: Request, name: string | undefined): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  const kind = type.split(";")[0]?.trim().toLowerCase() ?? "";
  if (kind === "application/json" || kind === "application/x-www-form-urlencoded") {
    throw new Problem(
      "file-type-unknown",
      "Send the file itself, or a form with the field “file”.",
    );
  }
  const most = () => tooLarge(`The file is larger than ${counted(limits.bytes / 1024 / 1024)} MB.`);
  const body = await readBytes(request, uploadLimit, most);
  const upload = kind === "multipart/form-data"
    ? await fromForm(body, type)
    : { bytes: body, hint: hintOf(name, kind) };
  if (upload.bytes.byteLength > limits.bytes) throw most();
  if (upload.bytes.byteLength === 0) {
    throw new Problem(
      "file-empty",
      "Nothing was sent. Send a file, or a form with the field “file”.",
    );
  }
  return upload;
}

async function fromForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<Upload> {
  const form = await new Response(body, { headers: { "content-type": type } }).formData()
    .catch(() => {
      throw new Problem("file-not-readable", "The form broke off. Send it again.");
    });
  const file = form.get("file");
  if (file instanceof File) {
    return { bytes: new Uint8Array(await file.arrayBuffer()), hint: hintOf(file.name, file.type) };
  }
  const text = file ?? form.get("text");
  if (typeof text !== "string") {
    throw new Problem("file-empty", "The form has neither a field “file” nor a field “text”.");
  }
  return { bytes: new TextEncoder().encode(text), hint: hintOf(undefined, "text/plain") };
}

function hintOf(name: string | undefined, type: string): FileHint {
  const plain = name?.replace(/^.*[\\/]/, "").slice(0, 300);
  return { ...plain ? { name: plain } : {}, ...type ? { type } : {} };
}
