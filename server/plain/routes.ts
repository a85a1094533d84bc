import type { Limit } from "../http/limits.ts";
import { type AnyRoute, type Input, route } from "../http/route.ts";
import { hostedPage, nothingHere } from "../sites/hosted-page.ts";
import {
  findFieldsSchema,
  noteFieldsSchema,
  plainQuerySchema,
  replyFieldsSchema,
  withdrawFieldsSchema,
} from "./fields.ts";
import { find } from "./find.ts";
import { ownPageOnly } from "./own-page-only.ts";
import { reply } from "./reply.ts";
import { see } from "./see.ts";
import { showInvitation } from "./show-invitation.ts";
import { type Showing, showingOf } from "./showing.ts";
import { tellCouple } from "./tell-couple.ts";
import { troublePage } from "./trouble-page.ts";
import { withdraw } from "./withdraw.ts";
import { withoutScript } from "./without-script.ts";

const tag = "Form";

// There is no credential before the form is read, and a hotel full of guests may sit behind one address.
const reading: Limit[] = [{ per: "address", calls: 600, seconds: 60 }];
const sending: Limit[] = [{ per: "address", calls: 300, seconds: 60 }];

const plain = { who: "anyone", tag, produces: "text/html", tell: troublePage } as const;
const form = { ...plain, method: "POST", form: true } as const;

/** Pages for guests: the one that carries the element, and the same form without any script. */
export const plainRoutes: AnyRoute[] = [
  route({
    ...plain,
    method: "GET",
    path: "/r/:name",
    summary: "The server's own page with the form, by short name",
    query: plainQuerySchema,
    async run({ deps, params, request, query: { rsvp: token } }) {
      const accepted = request.headers.get("accept-language");
      const response = await hostedPage(
        deps,
        params.name ?? "",
        accepted,
        (site, lang) => withoutScript(deps, site, lang, { accepted, token }),
      );
      if (token !== undefined) response.headers.set("cache-control", "no-store");
      return response;
    },
  }),
  route({
    ...plain,
    method: "GET",
    path: "/r/:name/plain",
    summary: "The form without script: the first step, or where a party is",
    query: plainQuerySchema,
    limits: reading,
    run: (input) => onSite(input, (showing) => showInvitation(input.deps, showing, input.query)),
  }),
  route({
    ...form,
    path: "/r/:name/plain/find",
    summary: "Find an invitation, from the form without script",
    body: findFieldsSchema,
    run: (input) =>
      onSite(input, (showing) => find(input.deps, showing, input.body, input.address)),
  }),
  route({
    ...form,
    path: "/r/:name/plain/reply",
    summary: "One page of a reply, from the form without script",
    body: replyFieldsSchema,
    // Percent signs make three characters of one.
    bodyLimit: 256 * 1024,
    limits: sending,
    run: (input) => onSite(input, (showing) => reply(input.deps, showing, input.body)),
  }),
  route({
    ...form,
    path: "/r/:name/plain/withdraw",
    summary: "Take the reply back, from the form without script",
    body: withdrawFieldsSchema,
    limits: sending,
    run: (input) => onSite(input, (showing) => withdraw(input.deps, showing, input.body)),
  }),
  route({
    ...form,
    path: "/r/:name/plain/note",
    summary: "Tell the couple something, from the form without script",
    body: noteFieldsSchema,
    run: (input) =>
      onSite(input, (showing) => tellCouple(input.deps, showing, input.body, input.address)),
  }),
  // Whoever asks for the address of a page that a form answered with begins where the party is found.
  ...["find", "reply", "withdraw", "note"].map((page) =>
    route({
      ...plain,
      method: "GET",
      path: `/r/:name/plain/${page}`,
      summary: "Leads back to the first page of the form without script",
      run: (input) => onSite(input, ({ path }) => Promise.resolve(see(path))),
    })
  ),
];

async function onSite(
  { deps, params, request }: Pick<Input<"anyone">, "deps" | "params" | "request">,
  act: (showing: Showing) => Promise<Response>,
): Promise<Response> {
  if (request.method === "POST") ownPageOnly(request, deps.config.publicUrl);
  const showing = await showingOf(deps, params.name, request);
  return showing ? await act(showing) : await nothingHere();
}
