import { type AnyRoute, route } from "../../http/route.ts";
import { type ExportFormat, exportGuests } from "./export-guests.ts";
import { writeTemplate } from "./template.ts";

const tag = "Guests";

const types = {
  csv: { produces: "text/csv", contentType: "text/csv; charset=utf-8", called: "CSV" },
  xlsx: {
    produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    called: "a workbook",
  },
} as const;

const limits = [{ per: "caller" as const, calls: 30, seconds: 60 }];

export const exportRoutes: AnyRoute[] = (["csv", "xlsx"] as const).flatMap((format) => [
  route({
    method: "GET",
    path: `/v1/sites/:site/guests.${format}`,
    who: "viewer",
    tag,
    summary: `The guest list with all replies as ${types[format].called}`,
    produces: types[format].produces,
    limits,
    run: async ({ deps, site }) =>
      download(format, `${site.slug}-guests`, await exportGuests(deps, site, format)),
  }),
  route({
    method: "GET",
    path: `/v1/sites/:site/guests-template.${format}`,
    who: "viewer",
    tag,
    summary: `An empty guest list to fill in, as ${types[format].called}`,
    produces: types[format].produces,
    limits,
    run: async ({ deps, site }) =>
      download(format, `${site.slug}-guests-template`, await writeTemplate(deps, site, format)),
  }),
]);

function download(
  format: ExportFormat,
  name: string,
  body: ReadableStream<Uint8Array>,
): Response {
  return new Response(body, {
    headers: {
      "content-type": types[format].contentType,
      "content-disposition": `attachment; filename="${name}.${format}"`,
      "cache-control": "no-store",
    },
  });
}
