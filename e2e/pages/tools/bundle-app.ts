import { fileURLToPath } from "node:url";
import { build } from "vite";
import { repository } from "../../tools/repository.ts";

/** One file for a page out of an app of `apps/`, as its author sees it while writing it. */
export async function bundleApp(name: string): Promise<string> {
  const root = fileURLToPath(repository);
  const bundle = await build({
    configFile: false,
    logLevel: "error",
    root,
    mode: "development",
    define: {
      "process.env.NODE_ENV": JSON.stringify("development"),
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    // With templates in text, as pages without a build of their own have them.
    resolve: { alias: { vue: "vue/dist/vue.esm-bundler.js" } },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: `${root}/e2e/pages/apps/${name}.ts` },
    },
  });
  const outputs = Array.isArray(bundle) ? bundle : "output" in bundle ? [bundle] : [];
  for (const file of outputs.flatMap(({ output }) => output)) {
    if (file.type === "chunk" && file.isEntry) return file.code;
  }
  throw new Error(`Vite made no entry of ${name}.`);
}
