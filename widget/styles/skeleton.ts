import { css } from "lit";

/** Grey bars in the first step's place; nobody sees them on a quick line. */
export const skeleton = css`
  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 4);
    animation: appear 200ms 400ms ease-out both;
  }
  .skeleton i {
    block-size: 1em;
    border-radius: 4px;
    background: currentColor;
    opacity: 0.12;
  }
  .skeleton .short {
    inline-size: 40%;
  }
  .skeleton .half {
    inline-size: 65%;
  }
  .skeleton .tall {
    block-size: 2.1em;
    inline-size: 70%;
  }
  .skeleton .gap {
    block-size: 0;
  }
  .skeleton .box {
    block-size: 48px;
  }
`;
