/** Calls back when the page may have changed its clothes or its language: day to night, a class or `lang` on its root. */
export function watchPage(onChange: () => void): () => void {
  const night = matchMedia("(prefers-color-scheme: dark)");
  night.addEventListener("change", onChange);
  const watcher = new MutationObserver(onChange);
  const clothes = { attributes: true, attributeFilter: ["class", "style", "data-theme", "lang"] };
  watcher.observe(document.documentElement, clothes);
  watcher.observe(document.body, clothes);
  return () => {
    night.removeEventListener("change", onChange);
    watcher.disconnect();
  };
}
