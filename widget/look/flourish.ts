import { html } from "lit";

/** A drawn ornament per preset: strokes in a box of 120 by 24, in the accent's colour. */
const strokes: Record<string, string> = {
  page: "M8 12h38M74 12h38M60 6l6 6-6 6-6-6z",
  classic:
    "M4 12h34c8 0 8-7 14-7s8 7 8 7-2 7-8 7-6-7-14-7M116 12H82c-8 0-8-7-14-7s-8 7-8 7 2 7 8 7 6-7 14-7",
  modern: "M20 12h80",
  botanical:
    "M6 14c30 6 78 6 108-2M30 16c-2-6 2-9 8-10 0 6-3 9-8 10zM46 18c1-6 6-8 12-6-2 5-6 7-12 6zM62 18c-2-6 2-10 8-11 0 6-3 10-8 11zM78 17c2-6 7-7 12-5-2 5-7 7-12 5zM94 15c-1-6 3-9 8-9 0 5-3 8-8 9z",
  deco: "M2 21h116M2 17h36M82 17h36M60 3L42 21h36zM60 9l-9 12h18zM60 3v18M2 13h24M94 13h24",
  midnight: "M60 3l2 7 7 2-7 2-2 7-2-7-7-2 7-2zM34 12h8M78 12h8M24 12h2M94 12h2M14 12h1M105 12h1",
};

export function drawFlourish(preset: string) {
  return html`
    <svg class="flourish" part="flourish" viewBox="0 0 120 24" aria-hidden="true">
      <path d="${strokes[preset] ?? strokes.page ?? ""}" />
    </svg>
  `;
}
