import { adoptStyles } from "lit";
import type { Live } from "../live/create-live.ts";
import type { RsvpSession } from "../rsvp-session.ts";
import type { RsvpState } from "../session/state.ts";
import { loadAgain } from "../words/load-again.ts";
import { afterFindStyles } from "../styles/after-find.ts";
import { firstStyles } from "../styles/first.ts";
import { asideFile } from "./aside-file.ts";

/** Loads beside the step on the screen what the next ones show, and what keeps this one true. */
export function createLater(session: RsvpSession, root: ShadowRoot, redraw: () => void): Live {
  let live: Live | undefined;
  let keepsHistory = false;
  let asked = false;
  let stopped = false;

  // Nothing on the screen waits for it.
  loadAgain(() => import("../live/create-live.ts"), 10).then((file) => {
    if (stopped) return;
    live = file?.createLive(session, redraw);
    live?.match(session.state, keepsHistory);
  });

  return {
    match(state, history) {
      keepsHistory = history;
      live?.match(state, history);
      if (asked || !(asideFile.file || isOpen(state))) return;
      asked = true;
      asideFile.load().then((file) => {
        if (file) adoptStyles(root, [...firstStyles, ...afterFindStyles, file.asideStyles]);
        redraw();
      });
    },
    stop() {
      stopped = true;
      live?.stop();
    },
  };
}

/** Whether an invitation is open, or none can be any more. */
function isOpen({ step }: RsvpState): boolean {
  return !["loading", "away", "find"].includes(step);
}
