import type { SiteForm } from "../../shared/site.ts";
import type { createReplyDesk } from "./reply-desk.ts";

/** What keeps words in the browser: `localStorage` and `sessionStorage` fit. */
export type Keeper = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Makes the place where replies are written. */
export type CreateReplyDesk = typeof createReplyDesk;

/** All that a session asks of the world: time, chance, the line and the browser's memory. */
export interface Outside {
  /** Origin of the server. */
  server: string;
  /** The site's slug or id. */
  site: string;
  /** The form, where it came with the script or the page. */
  formAtHand(): SiteForm | undefined;
  /** Looked up at every request: the page may replace it. */
  fetch(): typeof globalThis.fetch;
  /** Calls back after so many milliseconds, unless the returned function is called first. */
  later(ms: number, act: () => void): () => void;
  /** Calls back whenever the browser is online again, until the returned function is called. */
  onOnline(act: () => void): () => void;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** A new Idempotency-Key. */
  newKey(): string;
  /** Its file is loaded apart from the first step's; null when it cannot be had. */
  loadReplyDesk(): Promise<CreateReplyDesk | null>;
  /** The link that opened the page is not to be opened again. */
  forgetLink(): void;
  /** Survives the tab. */
  drafts: Keeper;
  /** Forgotten with the tab. */
  visits: Keeper;
}

/** Memory that never throws: a browser that keeps nothing gets a page that remembers while it is open. */
export function safeKeeper(open: () => Keeper): Keeper {
  const memory = new Map<string, string>();
  const attempt = <Result>(act: (keeper: Keeper) => Result): Result | undefined => {
    try {
      return act(open());
    } catch {
      return undefined;
    }
  };
  return {
    getItem: (key) => attempt((keeper) => keeper.getItem(key)) ?? memory.get(key) ?? null,
    setItem: (key, value) => {
      memory.set(key, value);
      attempt((keeper) => keeper.setItem(key, value));
    },
    removeItem: (key) => {
      memory.delete(key);
      attempt((keeper) => keeper.removeItem(key));
    },
  };
}
