import { css } from "lit";

/** The sheet itself: what is inherited, what is measured, how it moves. */
export const paper = css`
  :host {
    display: block;
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
    overflow-wrap: anywhere;
    container-type: inline-size;
  }
  .paper[data-theme]:not([data-theme="page"]) {
    margin-inline: auto;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .paper[data-theme="deco"] {
    border-style: double;
    border-width: 3px;
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
  /* The first step takes the skeleton's place: nothing around the form moves. */
  .first {
    align-content: start;
    min-block-size: var(--wedding-rsvp-min-height, 30rem);
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
