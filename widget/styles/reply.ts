import { css } from "lit";

/** The pages of a reply: guests, choices, what was said. */
export const reply = css`
  .plain,
  .beside > button {
    justify-self: stretch;
    padding-inline: calc(var(--_space) * 2);
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .link {
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
  .beside {
    display: grid;
  }
  .beside > form {
    margin-block-start: calc(var(--_space) * 5);
  }
  /* Beside a question names and intro stand as it does; on a page of their own they may be centred. */
  form > .head {
    --_align: start;
  }
  .all {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  textarea {
    resize: vertical;
  }
  .whole {
    display: inline-block;
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
  .about {
    white-space: pre-line;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1.25em;
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
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_accent);
    max-inline-size: none;
  }
  .told {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 4);
    justify-content: space-between;
    align-items: baseline;
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .told > div {
    flex: 1 1 9em;
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .told .link {
    flex: none;
  }
  /* "Not sure yet" takes less room than yes and no. */
  .halves > :nth-child(3) {
    grid-column: 1 / -1;
    justify-self: center;
    padding-inline: calc(var(--_space) * 6);
  }
  blockquote {
    font-family: var(--_display);
    font-style: italic;
    white-space: pre-line;
  }
  @container (min-width: 30rem) {
    .ways {
      flex-direction: row-reverse;
      justify-content: space-between;
    }
    .ways button {
      flex: 0 1 auto;
    }
    .halves > :nth-child(3) {
      grid-column: auto;
      justify-self: stretch;
      padding-inline: calc(var(--_space) * 2);
    }
    .ways .primary {
      min-inline-size: 12rem;
    }
    .plain,
    .beside > button {
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
