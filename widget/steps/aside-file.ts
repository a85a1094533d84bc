import { loadAgain } from "../words/load-again.ts";

type Aside = typeof import("./aside.ts");

interface AsideFile {
  /** Not there yet: undefined. Not to be had: null. */
  file?: Aside | null;
  load(): Promise<Aside | null>;
}

let loading: Promise<Aside | null> | undefined;

/** What stands beside the steps, in a file of its own. */
export const asideFile: AsideFile = {
  load: () =>
    loading ??= loadAgain(() => import("./aside.ts"), 4).then((file) => {
      if (!file) loading = undefined;
      return asideFile.file = file;
    }),
};
