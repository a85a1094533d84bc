import { limits } from "../limits.ts";
import { createText, readXml } from "../read-xml.ts";
import { cellTooLong, tooLarge } from "../refused.ts";
import type { Unpack } from "../unpack.ts";
import type { ZipEntry } from "../zip.ts";
import { unescaped } from "./unescaped.ts";

/** The texts that cells name by number; pronunciations (`rPh`) are no part of them. */
export async function readSharedStrings(part: ZipEntry, unpack: Unpack): Promise<string[]> {
  const strings: string[] = [];
  const text = createText((length) => cellTooLong(length), 10 * limits.cellCharacters);
  let characters = 0;
  let inText = false;
  let inReading = false;
  await readXml(part, unpack, {
    open(name) {
      if (name === "t") inText = !inReading;
      else if (name === "rPh") inReading = true;
    },
    text(more) {
      if (inText) text.add(more);
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
      else if (name === "si") {
        const string = unescaped(text.take());
        characters += string.length;
        if (characters > limits.characters || strings.length > 2 * limits.cells) {
          throw tooLarge("There is too much text in the cells.");
        }
        strings.push(string);
      }
    },
  });
  return strings;
}
