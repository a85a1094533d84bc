import { css } from "lit";

/** What stands beside the steps: notes, needs, calendars, changes. */
export const asideStyles = css`
  .note {
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_line);
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
  /* What opens takes a line of its own: it stays where it was pressed. */
  [open] {
    flex-basis: 100%;
  }
  summary {
    cursor: pointer;
  }
  details p {
    padding-block: calc(var(--_space) * 1.5);
  }
  /* A small arrow: something opens here. */
  summary::after {
    content: "";
    display: inline-block;
    inline-size: 0.35em;
    block-size: 0.35em;
    margin-inline: 0.5em 0.3em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg) translate(-0.15em, -0.15em);
  }
  .withdraw,
  .changes {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  del {
    color: var(--_quiet);
  }
  del,
  ins {
    text-decoration: none;
    white-space: pre-line;
  }
  .same {
    display: grid;
    gap: inherit;
    color: var(--_quiet);
    font-size: max(0.875em, 14px);
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
`;
