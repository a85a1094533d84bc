import type { Guest } from "../../shared/party.ts";
import type { Draft } from "../../widget/session/draft.ts";
import type { Place, TroubleCode } from "../../widget/session/trouble.ts";

/** One thing that a page asks: how it is drawn, and what an answer does to the draft. */
export interface Asked {
  /** Of its control in the form, and of its place on the page. */
  name: string;
  label: string;
  optional?: boolean;
  hint?: string | undefined;
  control: TextControl | ChoiceControl;
  place: Place;
  /** The one trouble that stands here, where two things share a place. */
  only?: TroubleCode;
  /** Lays an answer into the draft; no answer changes nothing, but of `some`. */
  take: (draft: Draft, said: readonly string[]) => Draft;
}

export interface TextControl {
  of: "text";
  value: string;
  most: number;
  /** Several lines. */
  long?: boolean;
  autocomplete?: "name";
}

export interface ChoiceControl {
  of: "one" | "some";
  /** How they stand: side by side, in rows of what fits, wrapping, or as tiles with a note. */
  as: "halves" | "rows" | "pills" | "tiles";
  choices: Choice[];
}

export interface Choice {
  value: string;
  label: string;
  note?: string | undefined;
  chosen: boolean;
  /** It can no longer be chosen. */
  taken?: boolean;
}

/** What one guest is asked on a page, or the party. */
export interface Section {
  guest?: Guest;
  asked: Asked[];
}
