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
        postBanner: "/*! wedding-rsvp. Contains Lit, © Google LLC, BSD-3-Clause */",
        minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
      },
    },
  },
  plugins: [tightenStyles(), tightenTemplates()],
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
              .replace(/ ?([{};,]) ?/g, "$1").replace(/: /g, ":").replaceAll(";}", "}"),
        ),
    },
  };
}

/** In minified code, a line that begins with spaces stands inside a template: they are indentation. */
function tightenTemplates(): Plugin {
  return {
    name: "tighten-templates",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        file.code = file.code.replace(/([>`])\n {2,}/g, "$1")
          .replace(/\n {2,}(?=>|<\/|`|\$\{)/g, "").replace(/\n {2,}/g, " ");
      }
    },
  };
}
