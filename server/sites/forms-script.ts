import type { SiteForm } from "../../shared/site.ts";

/** How long after it arrived a form that came with the page or the script stands in for asking for it. */
const freshMs = 60_000;

/**
 * A line of script that has the forms at hand for an element of this server, so that it need not ask for them. Both the
 * script's answer and the server's own page carry it; `widget/browser-outside.ts` reads it. Pages that the browser takes
 * out of its memory, on going back, show what was true then: there the element asks.
 */
export function formsScript(server: string, forms: readonly SiteForm[]): string {
  if (forms.length === 0) return "";
  const bySite = Object.fromEntries(forms.map((form) => [form.site, form]));
  return [
    `;{let s=${literal(server)},f=${literal(bySite)},t=performance.now();`,
    `globalThis[Symbol.for("wedding-rsvp form")]=(a,b)=>`,
    `a===s&&Object.hasOwn(f,b)&&performance.now()-t<${freshMs}`,
    `&&performance.getEntriesByType("navigation")[0]?.type!=="back_forward"?f[b]:void 0}`,
  ].join("");
}

/** JSON that is JavaScript and may stand inside of `<script>`. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
