/** Headers for every answer. Pages that state a policy of their own keep it. */
export function securityHeaders(response: Response): Record<string, string> {
  const policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000",
    "cross-origin-resource-policy": "cross-origin",
    ...(response.headers.has("content-security-policy")
      ? {}
      : { "content-security-policy": policy }),
  };
}
