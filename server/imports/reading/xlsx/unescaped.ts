/** Excel writes what XML cannot hold as `_x000D_`, and an underscore that would look like that as `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(
    /_x([0-9A-Fa-f]{4})_/g,
    (_, hex: string) => String.fromCharCode(parseInt(hex, 16)),
  );
}
