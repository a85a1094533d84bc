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
  .for-all {
    justify-self: stretch;
    padding-inline: calc(var(--_space) * 2);
    font-weight: 600;
    border-color: var(--_accent);
    color: var(--_accent);
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
