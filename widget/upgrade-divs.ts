/** Site builders that drop unknown tags keep a div: `<div data-wedding-rsvp="our-wedding" data-theme="classic">`. */
export function upgradeDivs(page: Document) {
  for (const div of page.querySelectorAll<HTMLElement>("div[data-wedding-rsvp]")) {
    const { weddingRsvp = "", ...others } = div.dataset;
    if (div.querySelector("wedding-rsvp")) continue;
    const form = page.createElement("wedding-rsvp");
    form.setAttribute("site", weddingRsvp);
    for (const name of ["server", "theme", "lang", "guestToken"] as const) {
      const value = others[name];
      if (value) form.setAttribute(name === "guestToken" ? "guest-token" : name, value);
    }
    div.replaceChildren(form);
  }
}
