/** The names, those whose key was there before with a number behind: Song, Song (2), Song (3). */
export function tellApart(
  names: readonly string[],
  keyOf: (name: string) => string = (name) => name,
): string[] {
  const taken = new Set<string>();
  const lastNumber = new Map<string, number>();
  return names.map((name) => {
    const key = keyOf(name);
    let number = lastNumber.get(key) ?? 1;
    let own = name;
    while (taken.has(keyOf(own))) own = `${name} (${++number})`;
    lastNumber.set(key, number);
    taken.add(keyOf(own));
    return own;
  });
}
