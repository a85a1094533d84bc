import { html } from "lit";

/** A drawn ornament per preset: strokes in a box of 120 by 24, in the accent's colour. */
const strokes: Record<string, string> = {
  page: "M0 12h52M68 12h52M60 6l6 6-6 6-6-6z",
  classic:
    "M0 12h38c9 0 9-8 15-8s9 16 15 16 6-8 14-8h38M0 12m38 0c9 0 9 8 15 8s9-16 15-16 6 8 14 8",
  modern: "M0 12h120",
  botanical:
    "M4 14c34 6 78 6 112-2M34 17q0-9 12-12 0 11-12 12zM54 18q-2-9 9-14 3 10-9 14zM76 17q1-9 13-11-1 10-13 11z",
  deco: "M0 21h120M0 17h36M84 17h36M60 3L42 21h36zM60 9L48 21h24zM60 3v18",
  midnight: "M60 2l2 8 8 2-8 2-2 8-2-8-8-2 8-2zM32 12h8M80 12h8M22 12h2M96 12h2M12 12h1M107 12h1",
};

export function drawFlourish(preset: string) {
  return html`
    <svg class="flourish" part="flourish" viewBox="0 0 120 24" aria-hidden="true">
      <path d="${strokes[preset] ?? strokes.page ?? ""}" />
    </svg>
  `;
}
