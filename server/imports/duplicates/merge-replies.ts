import type { ImportInvited } from "../understanding/parties.ts";
import { settle, type Settling } from "./settle-field.ts";

// From what says nothing to what a guest has really said.
const weights: Record<ImportInvited, number> = {
  "not-invited": 0,
  "invited": 1,
  "pending": 1,
  "unsure": 2,
  "declined": 3,
  "attending": 3,
};

/**
 * What a guest says to each event. An answer is never wiped by "no response", nor an invitation by an empty cell; where
 * the file has another answer than the list, or takes an invitation away, somebody decides.
 */
export function mergeReplies(
  settling: Settling,
  guest: string,
  list: Readonly<Record<string, ImportInvited>>,
  file: Readonly<Record<string, ImportInvited>>,
): Record<string, ImportInvited> {
  const events = [...new Set([...Object.keys(list), ...Object.keys(file)])];
  return Object.fromEntries(events.flatMap((event) => {
    const said = mergeReply(settling, `${guest}.reply.${event}`, list[event], file[event]);
    return said === undefined ? [] : [[event, said]];
  }));
}

function mergeReply(
  settling: Settling,
  field: string,
  list: ImportInvited | undefined,
  file: ImportInvited | undefined,
): ImportInvited | undefined {
  if (file === undefined) return list;
  if (list === undefined) return file === "not-invited" ? undefined : file;
  const taken = weights[list] < weights[file];
  if (file === "not-invited" ? list === "not-invited" : !isAnswer(list) || !isAnswer(file)) {
    if (!taken) return list;
    // "Not sure yet" was said too, though less than the answer that follows it.
    if (list === "unsure") {
      if (settling.choices.fields?.[field] === "list") return list;
      settling.kept.push({ field, value: list, from: "list", instead: file });
    }
    return file;
  }
  return settle(settling, field, list, file) === list ? list : file;
}

export function isAnswer(said: ImportInvited | undefined): boolean {
  return said === "attending" || said === "declined";
}
