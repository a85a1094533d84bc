import { minify } from "terser";
import { defineConfig, type Plugin } from "vite";

// One entry with a name that never changes, for the script tag; what is loaded later has its content in its name.
export default defineConfig({
  base: "./",
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "dist",
    sourcemap: false,
    // The page is not ours: nothing of ours goes into its head.
    modulePreload: false,
    lib: { entry: "widget/wedding-rsvp.ts", formats: ["es"], fileName: () => "wedding-rsvp.js" },
    rolldownOptions: {
      // The later file takes Lit from the entry: no third file stands before the first step.
      preserveEntrySignatures: "allow-extension",
      output: {
        chunkFileNames: "assets/[name]-[hash].js",
        postBanner: ({ isEntry }) =>
          isEntry ? "/*! wedding-rsvp. Contains Lit, © Google LLC, BSD-3-Clause */" : "",
        minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
      },
    },
  },
  plugins: [tightenStyles(), minifyMore()],
});

/** Styles are written to be read; minifiers leave template literals alone. */
function tightenStyles(): Plugin {
  return {
    name: "tighten-styles",
    transform: {
      filter: { id: /widget\/styles\/\w+\.ts$/ },
      handler: (code) =>
        code.replace(
          /css`[^`]*`/g,
          (style) =>
            style.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ")
              .replace(/ ?([{};,]) ?/g, "$1").replace(/: /g, ":").replaceAll(";}", "}").replace(
                /\b0\./g,
                ".",
              ),
        ),
    },
  };
}

/** Terser still finds something to leave out of what the bundler has minified. */
function minifyMore(): Plugin {
  return {
    name: "minify-more",
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        const { code = file.code } = await minify(file.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 5, inline: 1 },
        });
        file.code = tightenTemplates(code);
      }
    },
  };
}

/** In minified code, a line that begins with spaces stands inside a template: they are indentation. */
function tightenTemplates(code: string): string {
  return code.replace(/([>`])\n {2,}/g, "$1")
    .replace(/\n {2,}(?=>|<\/|`|\$\{)/g, "").replace(/\n {2,}/g, " ");
}
