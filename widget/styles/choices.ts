import { css } from "lit";

/** Large answers: the whole surface of each can be pressed. */
export const choices = css`
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
    grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr));
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
  }
  .choice {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    min-block-size: 48px;
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    line-height: 1.25;
    text-align: center;
  }
  /* The control lies over its words, as large as they are: pointers, readers and focus find it there. */
  .choice input {
    position: absolute;
    inset: -1px;
    margin: 0;
    border-radius: var(--_radius);
    appearance: none;
    cursor: pointer;
  }
  .pills .choice {
    padding-inline: min(1.5em, 26px);
  }
  .tiles .choice {
    flex-wrap: wrap;
    justify-content: start;
    text-align: start;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 11) calc(var(--_space) * 3)
      calc(var(--_space) * 4);
  }
  small {
    flex-basis: 100%;
  }
  .choice:hover {
    border-color: var(--_accent);
  }
  .chosen,
  [aria-pressed="true"] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .chosen small {
    color: inherit;
  }
  /* A tick beside the colour: nobody has to tell colours apart. */
  .chosen::before,
  [aria-pressed="true"]::before {
    content: "";
    flex: none;
    display: inline-block;
    inline-size: 0.35em;
    block-size: 0.65em;
    margin-inline-end: 0.7em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(40deg) translateY(-0.1em);
  }
  /* Where answers wrap or have notes, the tick has a place of its own: nothing moves when it comes. */
  .pills .chosen::before,
  .tiles .chosen::before {
    position: absolute;
    inset-block-start: calc(50% - 0.4em);
    inset-inline-start: min(0.55em, 9px);
    inline-size: min(0.35em, 6px);
    block-size: min(0.65em, 11px);
  }
  .tiles .chosen::before {
    inset-inline: auto calc(var(--_space) * 4);
    margin: 0;
  }
  .taken:not(.chosen) {
    color: var(--_quiet);
    border-style: dashed;
  }
  .taken input {
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    .chosen,
    [aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;
