/**
 * Site builders that drop unknown tags keep a div: `<div data-wedding-rsvp="our-wedding" data-theme="classic">`. Many
 * bring it after the script.
 */
export function watchDivs(page: Document) {
  const upgrade = () => upgradeDivs(page);
  upgrade();
  new MutationObserver(upgrade).observe(page, { childList: true, subtree: true });
}

function upgradeDivs(page: Document) {
  for (const div of page.querySelectorAll("div[data-wedding-rsvp]")) {
    if (div.querySelector("wedding-rsvp")) continue;
    const form = page.createElement("wedding-rsvp");
    for (const { name, value } of div.attributes) {
      if (name.startsWith("data-")) form.setAttribute(name.slice(5), value);
    }
    form.site = div.getAttribute("data-wedding-rsvp") ?? "";
    div.replaceChildren(form);
  }
}
