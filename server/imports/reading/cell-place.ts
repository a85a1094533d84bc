/** "AB12" → its row and column, from 1; undefined: this is no place. */
export function cellPlace(text: string): { row: number; column: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = Number(text.slice(at));
  if (at === 0 || at > 3 || !Number.isInteger(row) || row < 1 || row > 0xfffff + 1) {
    return undefined;
  }
  return { row, column };
}

/** 28 → "AB" */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}
