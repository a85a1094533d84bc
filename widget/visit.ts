import { adoptStyles, type PropertyValues, type ReactiveController } from "lit";
import { createAttention } from "./attention.ts";
import { browserOutside } from "./browser-outside.ts";
import { drawForm } from "./draw-form.ts";
import { takeLinkToken } from "./link-token.ts";
import type { Live } from "./live/create-live.ts";
import { themeOf, wear } from "./look/wear.ts";
import { createRsvpSession, type RsvpSession } from "./rsvp-session.ts";
import { type AfterFind, loadAfterFind } from "./steps/load-after-find.ts";
import { firstStyles } from "./styles/first.ts";
import type { RsvpStep } from "./session/state.ts";
import type { WeddingRsvp } from "./wedding-rsvp-element.ts";
import { pageLanguage } from "./words/page-language.ts";
import { createSpeech } from "./words/speech.ts";

/** One element's visit to one site: opened when it is on a page, closed when it leaves, alive when it is moved. */
export function createVisit(host: WeddingRsvp) {
  const attention = createAttention(host, () => host.shadowRoot ?? document);
  const speech = createSpeech(() => host.requestUpdate());
  let session: RsvpSession | undefined;
  let live: Live | undefined;
  let afterFind: AfterFind | undefined;
  let worn = "";
  let step: RsvpStep = "loading";

  function begin() {
    end();
    session = undefined;
    const { site } = host;
    const outside = browserOutside({
      site,
      server: host.server.replace(/\/+$/, ""),
      fetch: () => host.fetch,
      loadReplyDesk: async () => (await prepare())?.createReplyDesk ?? null,
    });
    session = createRsvpSession(outside, {
      onChange: () => host.requestUpdate(),
      onTrouble: attention.trouble,
      onSubmitted: attention.submitted,
      onWithdrawn: attention.withdrawn,
    });
    start();
  }

  function start() {
    if (host.isConnected) session?.start(host.guestToken ?? takeLinkToken());
  }

  function end() {
    live?.stop();
    live = undefined;
    session?.stop();
  }

  /** Loads the steps after the first, and what they say. */
  async function prepare() {
    const [loaded, learned] = await Promise.all([loadAfterFind(), speech.complete()]);
    const root = host.shadowRoot;
    if (!learned) return null;
    if (!loaded || !root || afterFind) return loaded;
    adoptStyles(root, [...firstStyles, ...loaded.styles]);
    return afterFind = loaded;
  }

  function dress() {
    const state = session?.state;
    const theme = themeOf(host.theme, state && "form" in state ? state.form.theme : undefined);
    const asText = JSON.stringify(theme);
    const [paper, probe] = host.renderRoot.querySelectorAll<HTMLElement>(".paper, .probe");
    if (!theme || !paper || !probe || asText === worn) return;
    worn = asText;
    wear(paper, probe, theme);
  }

  /** Where the page sends the guest; what cannot be reached now changes nothing. */
  function goTo(wanted: RsvpStep) {
    const from = session?.state.step;
    if (wanted === "find") session?.leave();
    else session?.reply?.goTo(wanted);
    if (session?.state.step !== from) attention.beQuiet();
  }

  const undress = () => {
    worn = "";
    host.requestUpdate();
  };

  const openLink = () => {
    const token = takeLinkToken();
    if (token) session?.open(token);
  };

  return {
    leave: () => goTo("find"),

    hostConnected() {
      addEventListener("hashchange", openLink);
      start();
      host.requestUpdate();
    },
    hostDisconnected() {
      removeEventListener("hashchange", openLink);
      end();
    },

    change(changed: PropertyValues) {
      attention.notice();
      if (changed.has("site") || changed.has("server")) begin();
      else if (changed.has("guestToken") && host.guestToken) session?.open(host.guestToken);
      else if (host.step !== step) goTo(host.step);
      step = host.step = session?.state.step ?? "loading";
    },
    draw() {
      const { site, theme, dir, words: ownWords } = host;
      const state = session?.state;
      const form = state && "form" in state ? state.form : undefined;
      const said = speech.heard([host.lang, pageLanguage(host)], form);
      return drawForm({ session, said, afterFind, ownWords, site, theme, dir });
    },
    hostUpdated() {
      if (!session) return;
      const { state } = session;
      dress();
      const root = host.shadowRoot;
      if (root && host.isConnected) {
        live ??= afterFind?.createLater(session, root, undress);
        live?.match(state, host.history);
      }
      if (!host.renderRoot.querySelector(".skeleton")) attention.turn(state);
      // The other steps come while the name is being typed.
      if (state.step !== "loading") setTimeout(() => session?.prepare());
    },
  } satisfies ReactiveController & Record<string, unknown>;
}
