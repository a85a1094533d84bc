import type { Page } from "playwright-core";

/** What stands outside of the window or is too small to be pressed, by its words. */
export async function unusable(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const root = document.querySelector("wedding-rsvp")?.shadowRoot;
    const controls = root?.querySelectorAll<HTMLElement>("button, input[type=text], label.choice");
    const texts = root?.querySelectorAll<HTMLElement>("h2, h3, p:not(.hidden), label, legend");
    const outside = [...texts ?? []].filter((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      return left < 0 || right > innerWidth;
    });
    const small = [...controls ?? []].filter((control) => {
      const { left, right, width, height } = control.getBoundingClientRect();
      return left < 0 || right > innerWidth || width < 24 || height < 24;
    });
    return [...outside, ...small].map(({ tagName, innerText }) => `${tagName} ${innerText}`);
  });
}
