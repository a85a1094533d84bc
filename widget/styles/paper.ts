import { css } from "lit";

/** The sheet itself: what is inherited, what is measured, how it moves. */
export const paper = css`
  /* The place that is kept while the form loads is the page's, not the sheet's: nothing around it moves. */
  :host {
    display: block;
    min-block-size: var(--wedding-rsvp-min-height, 30rem);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  .paper {
    --_space: var(--wedding-rsvp-space, 4px);
    --_radius: var(--wedding-rsvp-radius, var(--_preset-radius, 8px));
    --_display: var(--wedding-rsvp-display-font, var(--_preset-display, inherit));
    max-inline-size: var(--wedding-rsvp-width, 40rem);
    background: var(--_paper, transparent);
    color: var(--_ink, inherit);
    font-family: var(--wedding-rsvp-font, inherit);
    /* Phones zoom into fields with smaller type. */
    font-size: max(1em, 16px);
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    white-space: normal;
    overflow-wrap: anywhere;
    container-type: inline-size;
  }
  .paper[data-theme]:not([data-theme="page"]) {
    margin-inline: auto;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .paper:is([data-theme="classic"], [data-theme="botanical"], [data-theme="deco"], [data-theme="midnight"]) {
    --_align: center;
  }
  /* Letterpress: the plate's edge inside the paper's. */
  .paper[data-theme="classic"] {
    outline: 1px solid var(--_line);
    outline-offset: -7px;
    --_caps: small-caps;
    --_tracking: 0.06em;
  }
  .paper[data-theme="botanical"] {
    --_pill: 2em;
    --_slant: italic;
  }
  .paper[data-theme="deco"] {
    border: 1px solid var(--_accent);
    outline: 3px double var(--_accent);
    outline-offset: -9px;
    --_case: uppercase;
    --_tracking: 0.14em;
  }
  .paper[data-theme="midnight"] {
    --_tracking: 0.05em;
  }
  .paper:is([data-theme="classic"], [data-theme="deco"]) {
    padding: calc(var(--_space) * 8) calc(var(--_space) * 7);
  }
  /* Letters that join, or that have neither capitals nor italics. */
  .paper:is(:lang(ar), :lang(he), :lang(hi), :lang(ja), :lang(zh)) {
    --_tracking: 0em;
    --_slant: normal;
  }
  .step {
    display: grid;
    gap: calc(var(--_space) * 5);
    animation: appear 180ms ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .step,
    .skeleton {
      animation-duration: 1ms;
    }
  }
  @container (min-width: 34rem) {
    .step {
      gap: calc(var(--_space) * 7);
    }
  }
  .probe {
    display: none;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
