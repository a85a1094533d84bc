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
import type { WeddingRsvp } from "./wedding-rsvp-element.ts";
import { type Language, loadLanguage } from "./words/languages.ts";

/** One element's visit to one site: opened when it is on a page, closed when it leaves, alive when it is moved. */
export function createVisit(host: WeddingRsvp) {
  const attention = createAttention(host, () => host.shadowRoot ?? document);
  let session: RsvpSession | undefined;
  let live: Live | undefined;
  let language: Language | undefined;
  let afterFind: AfterFind | undefined;
  let worn = "";

  function begin() {
    end();
    session = undefined;
    const { site } = host;
    if (!site) return;
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

  /** Loads the steps after the first. */
  async function prepare() {
    const loaded = await loadAfterFind();
    const root = host.shadowRoot;
    if (!loaded || !root || afterFind) return loaded;
    adoptStyles(root, [...firstStyles, ...loaded.styles]);
    return afterFind = loaded;
  }

  async function speak() {
    const page = host.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "";
    language = await loadLanguage([host.lang, page, ...navigator.languages].filter(Boolean));
    host.requestUpdate();
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

  const undress = () => {
    worn = "";
    host.requestUpdate();
  };

  const openLink = () => {
    const token = takeLinkToken();
    if (token) session?.open(token);
  };

  return {
    step: attention.shown,
    leave() {
      attention.beQuiet();
      session?.leave();
    },

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
      if (changed.has("lang")) speak();
      if (changed.has("site") || changed.has("server")) begin();
      else if (changed.has("guestToken") && host.guestToken) session?.open(host.guestToken);
    },
    draw() {
      const { site, theme, dir, words: ownWords } = host;
      return drawForm({ session, language, afterFind, ownWords, site, theme, dir });
    },
    hostUpdated() {
      if (!session) return;
      const { state } = session;
      dress();
      if (host.isConnected) {
        live ??= afterFind?.createLive(session, undress);
        live?.match(state);
      }
      if (!host.renderRoot.querySelector(".skeleton")) attention.turn(state);
      // The other steps come while the name is being typed.
      if (state.step !== "loading") setTimeout(() => session?.prepare());
    },
  } satisfies ReactiveController & Record<string, unknown>;
}
