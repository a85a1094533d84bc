import { parentOf } from "../look/parent-of.ts";

/** The `lang` around the element, whatever shadow roots stand between. */
export function pageLanguage(element: Element): string {
  for (let one = parentOf(element); one; one = parentOf(one)) {
    const lang = one.getAttribute("lang");
    if (lang) return lang;
  }
  return "";
}
