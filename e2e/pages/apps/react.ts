import { createElement, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import type {
  RsvpReadyEvent,
  RsvpStepEvent,
  RsvpSubmittedEvent,
} from "../../../widget/rsvp-events.ts";

/** A couple's page in React: the form can be moved, taken away, brought back, and given a guest. */
function Page({ site }: { site: string }) {
  const [told, setTold] = useState<string[]>([]);
  const [first, setFirst] = useState(true);
  const [there, setThere] = useState(true);
  const [token, setToken] = useState<string>();
  const tell = (line: string) => setTold((before) => [...before, line]);

  const form = there && createElement("wedding-rsvp", {
    key: "form",
    site,
    guestToken: token,
    words: { find: "Look me up" },
    "onrsvp-ready": ({ step }: RsvpReadyEvent) => tell(`ready ${step}`),
    "onrsvp-step": ({ step }: RsvpStepEvent) => tell(`step ${step}`),
    "onrsvp-submitted": ({ attending, changeNumber }: RsvpSubmittedEvent) =>
      tell(`submitted ${attending} ${Number.isInteger(changeNumber)}`),
  });
  const others = ["How we met", "How to get there"]
    .map((text) => createElement("p", { key: text }, text));
  return createElement(
    "main",
    null,
    createElement("button", { onClick: () => setFirst(!first) }, "Move it"),
    createElement("button", { onClick: () => setThere(!there) }, "Take it away or back"),
    createElement("button", { onClick: () => setToken(location.hash.slice(1)) }, "Hand it over"),
    first ? [form, ...others] : [...others, form],
    createElement("output", null, told.join(", ")),
  );
}

const root = document.getElementById("app");
if (root) {
  createRoot(root).render(
    createElement(StrictMode, null, createElement(Page, { site: root.dataset.site ?? "" })),
  );
}
