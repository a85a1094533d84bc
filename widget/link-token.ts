/** A personal link's address without its token, and the token; null where there is none. */
export function splitLink(href: string): { token: string; rest: string } | null {
  const url = new URL(href);
  const inFragment = /[#&?]rsvp=([^&]*)/.exec(url.hash)?.[1];
  const token = inFragment ?? url.searchParams.get("rsvp");
  if (!token) return null;
  url.searchParams.delete("rsvp");
  url.hash = url.hash.replace(/([#&?])rsvp=[^&]*&?/, "$1").replace(/[#&?]$/, "");
  return { token: decoded(token), rest: url.href };
}

/** A link that was cut in the middle of a sign stays as it is: the server says that it is not complete. */
function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

let taken: string | undefined;

/**
 * Takes the token of a personal link (`#rsvp=…`, `?rsvp=…`) out of the address bar, where it would be copied and
 * shared. A page may carry two forms: both get it.
 */
export function takeLinkToken(): string | undefined {
  const link = splitLink(location.href);
  if (!link) return taken;
  history.replaceState(history.state, "", link.rest);
  taken = link.token;
  return taken;
}

/** Forms that come to the page from now on do not open that link. */
export function forgetLink() {
  taken = undefined;
}
