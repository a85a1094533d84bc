/** The keys that hang together by pairs, each group and the groups in alphabetical order. */
export function groupsOf(pairs: readonly { one: string; other: string }[]): string[][] {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    for (let at = key; at !== root;) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { one, other } of pairs) {
    const [first, second] = [rootOf(one), rootOf(other)];
    if (first !== second) parents.set(first, second);
  }
  const keys = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  return [...Map.groupBy(keys, rootOf).values()]
    .map((group) => group.toSorted())
    .toSorted((one, other) => (one[0] ?? "") < (other[0] ?? "") ? -1 : 1);
}
