import { css } from "lit";

/** Buttons, fields, and what goes wrong in them. */
export const controls = css`
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    min-block-size: 48px;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 6);
    border: 1px solid var(--_edge, currentColor);
    border-radius: var(--_pill, var(--_radius));
    background: transparent;
    cursor: pointer;
    justify-self: start;
    line-height: 1.25;
  }
  button:hover {
    border-color: var(--_accent);
  }
  .primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:hover {
    box-shadow: 0 0 0 1px var(--_accent);
  }
  [aria-disabled="true"] {
    cursor: progress;
  }
  :focus-visible {
    outline: 2px solid var(--_accent, Highlight);
    outline-offset: 2px;
  }
  [tabindex]:focus-visible {
    outline: none;
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .field label,
  legend {
    padding: 0;
    font-weight: 500;
  }
  .field input,
  textarea {
    inline-size: 100%;
    min-block-size: 48px;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border: 1px solid var(--_edge, currentColor);
    border-radius: var(--_radius);
    background: transparent;
    /* Not smaller than 16 px, or phones zoom in. */
    font-size: max(1em, 16px);
    appearance: none;
  }
  [aria-invalid="true"] {
    border-color: var(--_trouble);
    border-inline-start-width: 4px;
  }
  .trouble {
    display: flex;
    gap: calc(var(--_space) * 2);
    color: var(--_trouble, inherit);
    align-items: flex-start;
  }
  .calm .trouble {
    color: inherit;
  }
  .trouble svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  form > .primary {
    justify-self: stretch;
  }
  @container (min-width: 30rem) {
    form > .primary {
      justify-self: var(--_align, start);
    }
  }
`;
