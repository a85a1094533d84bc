/** What a file goes through, and what accepting one does. */
export type Stage =
  | "reading"
  | "recognising"
  | "comparing"
  | "saving";

export interface Progress {
  stage: Stage;
  done: number;
  total: number;
}

export type TellProgress = (progress: Progress) => void;

export const untold: TellProgress = () => {};
