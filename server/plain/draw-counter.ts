import { markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

/** How many will be there, where the couple shows it; nought would only look sad. */
export function drawCounter({ words, formats, form: { counter } }: Showing): Piece | "" {
  if (!counter?.attending) return "";
  const { attending } = counter;
  return markup`<p class="counter">${words.counter(attending, formats.number(attending))}</p>`;
}
