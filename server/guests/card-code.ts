/** The code on a card as somebody typed it: case, spaces and hyphens do not count, nor letters taken for digits. */
export function readCardCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]+/g, "").replace(/[il]/g, "1").replace(/o/g, "0")
    .slice(0, 40);
}
