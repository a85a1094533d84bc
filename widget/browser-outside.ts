import { forgetLink } from "./link-token.ts";
import { type Outside, safeKeeper } from "./session/outside.ts";

/** The world as a browser has it. */
export function browserOutside(
  own: Pick<Outside, "server" | "site" | "fetch" | "loadReplyDesk">,
): Outside {
  return {
    ...own,
    // Left by server/sites/forms-script.ts.
    formAtHand: () =>
      Reflect.get(globalThis, Symbol.for("wedding-rsvp form"))?.(own.server, own.site),
    later(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    onOnline(act) {
      addEventListener("online", act);
      return () => removeEventListener("online", act);
    },
    now: Date.now,
    random: Math.random,
    newKey,
    forgetLink,
    drafts: safeKeeper(() => localStorage),
    visits: safeKeeper(() => sessionStorage),
  };
}

/** `crypto.randomUUID` wants https; pages are tried out without. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
