import { html, raw } from "hono/html";

/** HTML in which whatever was put in is escaped. */
export const markup = html;
export type Piece = ReturnType<typeof html>;

/** An attribute that is there only when it has a value. */
export function attribute(name: string, value: string | undefined): Piece {
  return value === undefined ? raw("") : html`
    ${raw(name)}="${value}"
  `;
}

/** An attribute without a value, such as `checked`. */
export function flag(name: string, isThere: boolean): Piece {
  return raw(isThere ? ` ${name}` : "");
}
