import type { ImportId } from "../../shared/ids.ts";
import {
  importChangesSchema,
  importPreviewSchema,
  importQuerySchema,
  importsSchema,
  newImportQuerySchema,
} from "../../shared/imports.ts";
import type { ProblemCode } from "../../shared/problems.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { acceptImport } from "./accept-import.ts";
import { answerWithProgress } from "./answer-with-progress.ts";
import { getSpareReady } from "./beside/fresh-worker.ts";
import { changeImport } from "./change-import.ts";
import { listImports, readImport } from "./read-import.ts";
import { readUpload, uploadLimit, uploadTypes } from "./read-upload.ts";
import { refusedFile } from "./refused-file.ts";
import { removeImport } from "./remove-import.ts";
import { startImport } from "./start-import.ts";
import { undoImport } from "./undo-import.ts";

const tag = "Imports";

const ofFile: ProblemCode[] = [
  "file-too-large",
  "file-type-unknown",
  "file-not-readable",
  "file-encrypted",
  "file-empty",
  "too-many-rows",
  "too-many-columns",
  "cell-too-long",
];

// Reading takes a processor for a while.
const limits = [{ per: "caller" as const, calls: 60, seconds: 600 }];

const idOf = ({ import: id = "" }: Record<string, string>) => id as ImportId;

export const importRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/imports",
    who: "planner",
    tag,
    summary: "Files that were imported or wait to be, the newest first",
    answer: importsSchema,
    async run({ deps, site }) {
      // Who looks at them is likely to bring a file.
      getSpareReady();
      return { imports: await listImports(deps, site) };
    },
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/imports",
    who: "planner",
    tag,
    summary:
      "Read a guest list: see what accepting it would do. With `accept: text/event-stream`, events `progress`, `done`, `problem`",
    query: newImportQuerySchema,
    takes: uploadTypes,
    bodyLimit: uploadLimit,
    status: 201,
    answer: importPreviewSchema,
    tells: true,
    problems: [...ofFile, "import-under-way", "too-many-imports"],
    limits,
    async run({ deps, site, request, query }) {
      const upload = await readUpload(request, query.name);
      return answerWithProgress(
        deps,
        request,
        201,
        (tell) => startImport(deps, site, upload, tell),
      );
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/imports/:import",
    who: "planner",
    tag,
    summary: "What an import would do, or has done, page by page",
    query: importQuerySchema,
    answer: importPreviewSchema,
    problems: ["import-not-found"],
    run: ({ deps, site, params, query }) => readImport(deps, site, idOf(params), query),
  }),
  route({
    method: "PATCH",
    path: "/v1/sites/:site/imports/:import",
    who: "planner",
    tag,
    summary: "Say what columns mean, put cells right, decide about duplicates",
    body: importChangesSchema,
    answer: importPreviewSchema,
    problems: ["import-not-found", "import-not-open"],
    limits,
    run: ({ deps, site, params, body }) => changeImport(deps, site, idOf(params), body),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/imports/:import/accept",
    who: "planner",
    tag,
    summary: "Put it on the list, all or nothing; a second call changes nothing",
    answer: importPreviewSchema,
    tells: true,
    problems: [
      "import-not-found",
      "import-not-open",
      "import-undecided",
      "import-outdated",
      "event-full",
    ],
    run: ({ deps, site, by, request, params }) =>
      answerWithProgress(
        deps,
        request,
        200,
        (tell) => acceptImport(deps, site, by, idOf(params), tell),
      ),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/imports/:import/undo",
    who: "planner",
    tag,
    summary: "Take it back, unless something later depends on it",
    answer: importPreviewSchema,
    problems: ["import-not-found", "import-not-accepted", "import-in-use"],
    run: ({ deps, site, by, params }) => undoImport(deps, site, by, idOf(params)),
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/imports/:import/refused.csv",
    who: "planner",
    tag,
    summary: "The rows that were refused, with the reason beside each",
    produces: "text/csv",
    problems: ["import-not-found"],
    async run({ deps, site, params }) {
      const file = await refusedFile(deps, site, idOf(params));
      return new Response(file.slice(), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="${site.slug}-refused.csv"`,
          "cache-control": "no-store",
        },
      });
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/imports/:import",
    who: "planner",
    tag,
    summary: "Forget a preview",
    problems: ["import-not-found", "import-not-open"],
    run: ({ deps, site, params }) => removeImport(deps, site, idOf(params)),
  }),
];
