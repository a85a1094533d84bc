import { css } from "lit";

/** Four sizes of type, and lines that are not too long. */
export const type = css`
  h2,
  h3,
  p,
  ul,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-family: var(--_display);
    font-weight: var(--wedding-rsvp-display-weight, 500);
    line-height: 1.2;
    color: inherit;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.75em;
    font-style: var(--_slant, normal);
    scroll-margin-block-start: 6rem;
    hyphens: auto;
    hyphenate-limit-chars: 12 5 5;
  }
  .head h2 {
    font-size: calc(1.75em - var(--_tracking, 0em) * 2);
    letter-spacing: var(--_tracking, normal);
    text-transform: var(--_case, none);
  }
  .head > .quiet:first-child {
    font-variant: var(--_caps, normal);
  }
  h3,
  .names {
    font-size: 1.25em;
    font-family: var(--_display);
    line-height: 1.3;
  }
  p,
  blockquote {
    text-wrap: pretty;
    max-inline-size: 60ch;
  }
  .head {
    display: grid;
    gap: calc(var(--_space) * 4);
    justify-items: var(--_align, start);
    text-align: var(--_align, start);
  }
  .intro {
    white-space: pre-line;
  }
  .quiet,
  .hint,
  .aside,
  small {
    color: var(--_quiet, inherit);
    font-size: 0.875rem;
    font-size: max(0.875em, 14px);
    font-family: var(--wedding-rsvp-font, inherit);
    font-weight: normal;
  }
  .aside {
    margin-inline-start: 0.4em;
  }
  h3 .aside {
    font-size: max(0.7em, 14px);
  }
  .progress {
    margin-block-end: calc(var(--_space) * -4);
    letter-spacing: 0.04em;
  }
  a {
    color: var(--_accent, inherit);
    text-underline-offset: 0.2em;
  }
`;
