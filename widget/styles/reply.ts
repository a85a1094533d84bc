import { css } from "lit";

/** The pages of a reply: guests, choices, what was said. */
export const reply = css`
  .plain {
    justify-self: stretch;
    padding-inline: calc(var(--_space) * 2);
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .link {
    min-block-size: 0;
    padding: calc(var(--_space) * 0.5) 0;
    border: 0;
    border-radius: 2px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    display: inline-block;
    min-inline-size: 24px;
    min-block-size: 24px;
  }
  .note {
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_line);
  }
  textarea {
    resize: vertical;
  }
  .whole {
    white-space: nowrap;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  legend {
    margin-block-end: calc(var(--_space) * 2);
  }
  fieldset .hint,
  fieldset .trouble {
    margin-block-start: calc(var(--_space) * -1);
  }
  .halves,
  .rows,
  .pills,
  .tiles {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .halves {
    grid-template-columns: repeat(auto-fit, minmax(min(6.5em, 100%), 1fr));
  }
  .rows {
    grid-template-columns: repeat(auto-fit, minmax(min(10em, 100%), 1fr));
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
  }
  fieldset label {
    position: relative;
    display: grid;
    cursor: pointer;
  }
  /* The control stays where it is, under its face: readers and pointers find it. */
  fieldset input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    z-index: 1;
    cursor: inherit;
  }
  .face {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    text-align: center;
    min-block-size: 48px;
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    line-height: 1.25;
  }
  .pills .face {
    padding-inline: 1.9em 1.25em;
  }
  .tiles .face {
    flex-wrap: wrap;
    justify-content: start;
    text-align: start;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 11) calc(var(--_space) * 3)
      calc(var(--_space) * 4);
  }
  small {
    flex-basis: 100%;
  }
  label:hover .face {
    border-color: var(--_accent);
  }
  input:checked + .face {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  input:checked + .face small {
    color: inherit;
  }
  /* A tick beside the colour: nobody has to tell colours apart. */
  input:checked + .face::before {
    content: "";
    flex: none;
    inline-size: 0.35em;
    block-size: 0.65em;
    margin-inline-end: 0.7em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(40deg) translateY(-0.1em);
  }
  /* Where answers wrap or have notes, the tick has a place of its own: nothing moves when it comes. */
  .pills input:checked + .face::before,
  .tiles input:checked + .face::before {
    position: absolute;
    inset-block-start: calc(50% - 0.4em);
    inset-inline-start: 0.75em;
  }
  .tiles input:checked + .face::before {
    inset-inline: auto calc(var(--_space) * 4);
    margin: 0;
  }
  input:focus-visible + .face {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  input:disabled:not(:checked) + .face {
    color: var(--_quiet);
    border-style: dashed;
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    input:checked + .face,
    [aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
  .for-all {
    justify-self: stretch;
    padding-inline: calc(var(--_space) * 2);
    font-weight: 600;
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .for-all[aria-pressed="true"] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .events {
    list-style: none;
    display: grid;
    gap: calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 4);
    border-block: 1px solid var(--_line);
  }
  .events li {
    display: grid;
  }
  .events strong {
    font-family: var(--_display);
    font-weight: var(--wedding-rsvp-display-weight, 500);
    font-size: 1.25em;
  }
  .events a {
    justify-self: start;
  }
  .about {
    white-space: pre-line;
  }
  .contact {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .guest {
    display: grid;
    gap: calc(var(--_space) * 5);
    padding-block-start: calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_line);
  }
  .only {
    padding-block-start: 0;
    border: 0;
  }
  .needs,
  .allergy {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .needs {
    padding-inline-start: calc(var(--_space) * 4);
    border-inline-start: 2px solid var(--_line);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 2);
  }
  .ways button {
    flex: 1 1 100%;
  }
  .notice,
  .good {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-inline-start: 3px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 7%, transparent);
    max-inline-size: none;
  }
  .told {
    display: flex;
    gap: calc(var(--_space) * 4);
    justify-content: space-between;
    align-items: baseline;
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .told > div {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .told .link {
    flex: none;
  }
  blockquote {
    font-family: var(--_display);
    font-style: italic;
    white-space: pre-line;
  }
  .flourish {
    inline-size: 10em;
    max-inline-size: 60%;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @container (min-width: 30rem) {
    .ways {
      flex-direction: row-reverse;
      justify-content: space-between;
    }
    .ways button {
      flex: 0 1 auto;
    }
    .ways .primary {
      min-inline-size: 12rem;
    }
    .plain {
      justify-self: start;
      margin-inline-start: calc(var(--_space) * -2);
    }
    .tiles {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 34rem) {
    .guest .halves {
      max-inline-size: 28rem;
    }
  }
`;
