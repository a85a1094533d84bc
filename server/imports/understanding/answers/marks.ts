import { foldAnswer } from "./fold-answer.ts";

const yes = new Set(
  ("yes y yep yeah true 1 x xx ✓ ✔ ✅ ☑ ja j wahr si s sí oui o vrai sim tak evet da ano igen " +
    "joo kylla ναι да نعم 是 はい invited included eingeladen invitado invitada invite invitee " +
    "allowed erlaubt permitido ok checked selected").split(" "),
);
const no = new Set(
  ("no n nope false 0 - – — ✗ ✘ ❌ ☐ nein nee non faux nao falso falsch nie hayir ne nem ei οχι " +
    "нет لا 否 いいえ uninvited").split(" "),
);
const noPhrases = new Set(
  ("not invited|not included|nicht eingeladen|no invitado|no invitada|pas invite|non invitato|" +
    "nao convidado|niet uitgenodigd|not allowed").split("|"),
);

/** Yes, no, or neither: a cross, a tick, a word in many languages. */
export function readMark(cell: string): boolean | undefined {
  const text = cell.trim().toLowerCase();
  if (yes.has(text)) return true;
  if (no.has(text)) return false;
  const folded = foldAnswer(cell);
  if (no.has(folded) || noPhrases.has(folded)) return false;
  return yes.has(folded) ? true : undefined;
}

export function isMark(cell: string): boolean {
  return readMark(cell) !== undefined;
}
