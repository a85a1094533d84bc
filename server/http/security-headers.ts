import { Answer } from "./answer.ts";

const forAll = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "cross-origin-resource-policy": "cross-origin",
};
const forAllButPages = {
  ...forAll,
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

/** Headers for every answer. Pages that state a policy of their own keep it. */
export function securityHeaders(answer: Answer | Response): Record<string, string> {
  const name = "content-security-policy";
  const hasOwn = answer instanceof Answer ? name in answer.headers : answer.headers.has(name);
  return hasOwn ? forAll : forAllButPages;
}
