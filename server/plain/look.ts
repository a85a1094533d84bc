import type { Theme } from "../../shared/theme.ts";
import { type Colour, isDark, readColour } from "../../widget/look/colour.ts";
import { type Dress, dressOver, paletteOf } from "../../widget/look/palette.ts";
import { dressOf, presetLooks } from "../../widget/look/presets.ts";
import { asideStyles } from "../../widget/styles/aside.ts";
import { controls } from "../../widget/styles/controls.ts";
import { paper } from "../../widget/styles/paper.ts";
import { reply } from "../../widget/styles/reply.ts";
import { type } from "../../widget/styles/type.ts";

const own = Deno.readTextFile(new URL("plain.css", import.meta.url));

/** The page's own paper where the couple has chosen none, by day and by night. */
const pageDress: Record<"day" | "night", Dress> = {
  day: { paper: [250, 247, 242], ink: [43, 38, 34], accent: [43, 38, 34] },
  night: { paper: [27, 24, 21], ink: [240, 233, 223], accent: [240, 233, 223] },
};

/** The element's own sheets, and over them what the page and controls without scripts need. */
export async function styleOf(theme: Theme): Promise<string> {
  const sheets = [paper, type, controls, reply, asideStyles].map(({ cssText }) => cssText);
  const look = theme.preset === "page" ? undefined : presetLooks[theme.preset];
  return [
    ...sheets.map((sheet) => sheet.replaceAll(":host", ".host")),
    await own,
    `.paper { --_preset-radius: ${look?.radius ?? "8px"}; --_preset-display: ${
      look?.display ?? "inherit"
    }; }`,
    `:root { ${coloursOf(theme, false)} }`,
    `@media (prefers-color-scheme: dark) { :root { ${coloursOf(theme, true)} } }`,
  ].join("\n");
}

function coloursOf(theme: Theme, dark: boolean): string {
  const look = theme.preset === "page" ? undefined : presetLooks[theme.preset];
  const dress = look ? dressOf(look, dark) : pageDress[dark ? "night" : "day"];
  const [paper, ink, accent] = [theme.paper, theme.ink, theme.accent].map((colour) =>
    readColour(colour ?? "") ?? undefined
  );
  const own = { ...(paper && { paper }), ...(ink && { ink }), ...(accent && { accent }) };
  const palette = paletteOf(dressOver(dress, own, !look));
  const colours = Object.entries(palette).map(([name, colour]: [string, Colour]) =>
    `--_${name}: rgb(${colour});`
  );
  return [...colours, `color-scheme: ${isDark(palette.paper) ? "dark" : "light"};`].join(" ");
}
