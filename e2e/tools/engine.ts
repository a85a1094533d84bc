/** A browser driven by the standard that all of them speak, W3C WebDriver, in either of its two dialects. */
export interface Engine extends AsyncDisposable {
  /** "Firefox 153.7.0" */
  name: string;
  /** Goes to an address and waits until its document is read. */
  open(address: string): Promise<void>;
  /** Runs an expression in the page; what comes of it must fit into JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Moves and presses keys and pointers (https://www.w3.org/TR/webdriver2/#actions). */
  act(sources: ActionSource[]): Promise<void>;
}

export type ActionSource = PointerSource | KeySource;

export interface PointerSource {
  type: "pointer";
  id: string;
  actions: (
    | { type: "pointerMove"; x: number; y: number }
    | { type: "pointerDown" | "pointerUp"; button: number }
  )[];
}

export interface KeySource {
  type: "key";
  id: string;
  actions: { type: "keyDown" | "keyUp"; value: string }[];
}

/** An expression that evaluates to a text which is what `expression` says, as JSON. */
export function asJson(expression: string): string {
  return `JSON.stringify((${expression}) ?? null)`;
}
