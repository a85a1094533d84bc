import { z } from "zod";
import { askToSignInSchema, confirmSignInSchema, meSchema } from "../../shared/members.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { confirmSignIn } from "./confirm-sign-in.ts";
import { readMe } from "./read-me.ts";
import { endedCookie, sessionCookie, sessionSecretOf } from "./session-cookie.ts";
import { askToSignIn } from "./sign-in.ts";
import { signInPage } from "./sign-in-page.ts";
import { signOut } from "./sign-out.ts";

const tag = "Sign-in";

export const signInRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/sign-in",
    who: "anyone",
    tag,
    summary: "The page that a sign-in link opens",
    produces: "text/html",
    run: () => signInPage(),
  }),
  route({
    method: "POST",
    path: "/v1/sign-in",
    who: "anyone",
    tag,
    summary: "Ask for a sign-in link by mail; the answer is the same for every address",
    body: askToSignInSchema,
    status: 202,
    answer: z.strictObject({}),
    limits: [{ per: "address", calls: 20, seconds: 900 }],
    async run({ deps, body }) {
      await askToSignIn(deps, body.mail);
      return {};
    },
  }),
  route({
    method: "POST",
    path: "/v1/sign-in/confirm",
    who: "anyone",
    tag,
    summary: "Use a sign-in link up and start a session of thirty days, as a cookie",
    body: confirmSignInSchema,
    answer: meSchema.pick({ mail: true }),
    problems: ["sign-in-link-invalid"],
    limits: [{ per: "address", calls: 60, seconds: 900 }],
    async run({ deps, body }) {
      const { mail, secret } = await confirmSignIn(deps, body.secret);
      return Response.json({ mail }, {
        headers: { "set-cookie": sessionCookie(secret), "cache-control": "no-store" },
      });
    },
  }),
  route({
    method: "POST",
    path: "/v1/sign-out",
    who: "person",
    tag,
    summary: "End this session",
    status: 204,
    async run({ deps, request }) {
      await signOut(deps, sessionSecretOf(request) ?? "");
      return new Response(null, { status: 204, headers: { "set-cookie": endedCookie() } });
    },
  }),
  route({
    method: "GET",
    path: "/v1/me",
    who: "person",
    tag,
    summary: "Who is signed in, and which sites this person manages",
    answer: meSchema,
    run: ({ deps, person }) => readMe(deps, person),
  }),
];
