import { assertPublicUrl, type Cidr } from "./address.ts";

const mostKept = 1000;
const kept = new WeakMap<readonly Cidr[], Map<string, URL>>();

/** `assertPublicUrl`, which judges a spelling by the same rules only once. Nobody changes what it gives. */
export function checkedUrl(text: string, allow: readonly Cidr[]): URL {
  const known = kept.get(allow) ?? new Map<string, URL>();
  kept.set(allow, known);
  const found = known.get(text);
  if (found) return found;
  const url = assertPublicUrl(text, allow);
  const [first] = known.keys();
  if (first !== undefined && known.size >= mostKept) known.delete(first);
  known.set(text, url);
  return url;
}
