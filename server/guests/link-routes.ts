import { renderSVG } from "uqr";
import { personalLinkSchema } from "../../shared/guest-list.ts";
import type { PartyId } from "../../shared/ids.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { readLink } from "./read-link.ts";
import { replaceLink } from "./replace-link.ts";

const tag = "Guests";

// Planners and not viewers: whoever has a party's link can reply as that party.
export const linkRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/parties/:party/link",
    who: "planner",
    tag,
    summary: "A party's personal link",
    answer: personalLinkSchema,
    problems: ["party-not-found"],
    run: ({ deps, site, params }) => readLink(deps, site, params.party as PartyId),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/parties/:party/link",
    who: "planner",
    tag,
    summary: "Replace a party's personal link and code; the old ones stop working",
    answer: personalLinkSchema,
    problems: ["party-not-found"],
    run: ({ deps, site, by, params }) => replaceLink(deps, site, by, params.party as PartyId),
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/parties/:party/qr.svg",
    who: "planner",
    tag,
    summary: "A party's personal link as a QR code to print",
    produces: "image/svg+xml",
    problems: ["party-not-found"],
    async run({ deps, site, params }) {
      const { url } = await readLink(deps, site, params.party as PartyId);
      // Printers want a quiet zone of four modules, and paper gets creased.
      const svg = renderSVG(url, { ecc: "M", border: 4 });
      return new Response(svg, {
        headers: { "content-type": "image/svg+xml", "cache-control": "no-store" },
      });
    },
  }),
];
