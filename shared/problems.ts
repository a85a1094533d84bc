/**
 * Every problem that the API can answer with (RFC 9457): the code is the contract, the title is for developers,
 * the words for guests are the element's. `type` is `/problems/<code>` on the server.
 */
export const problems = {
  "invalid-json": { status: 400, title: "The body is not valid JSON" },
  "idempotency-key-missing": { status: 400, title: "The request needs an Idempotency-Key" },
  "link-missing": { status: 401, title: "The request needs a personal link" },
  "link-broken": { status: 401, title: "The personal link is not valid" },
  "visit-expired": { status: 401, title: "The visit has ended; find the invitation again" },
  "sign-in-required": { status: 401, title: "Sign in, or send an API key" },
  "sign-in-link-invalid": { status: 401, title: "The sign-in link is not valid or was used" },
  "page-not-allowed": { status: 403, title: "This page is not on the site's list of pages" },
  "not-allowed": { status: 403, title: "Your role does not allow this" },
  "not-same-site": {
    status: 403,
    title: "Requests with a session come from the server's own pages",
  },
  "not-your-seat": { status: 403, title: "A seat in the reply is not one of this party" },
  "not-invited": { status: 403, title: "The guest is not invited to this event" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "site-not-found": { status: 404, title: "There is no such site" },
  "invitation-not-found": { status: 404, title: "No invitation was found" },
  "event-not-found": { status: 404, title: "There is no such event" },
  "party-not-found": { status: 404, title: "There is no such party" },
  "guest-not-found": { status: 404, title: "There is no such guest" },
  "member-not-found": { status: 404, title: "There is no such member" },
  "key-not-found": { status: 404, title: "There is no such API key" },
  "note-not-found": { status: 404, title: "There is no such note" },
  "vendor-not-found": { status: 404, title: "There is no such vendor" },
  "import-not-found": { status: 404, title: "There is no such import" },
  "nothing-to-attend": { status: 404, title: "Nobody of this party comes to this" },
  "endpoint-not-found": { status: 404, title: "There is no such endpoint" },
  "delivery-not-found": { status: 404, title: "There is no such delivery" },
  "method-not-allowed": { status: 405, title: "This address does not take this method" },
  "second-fact-needed": { status: 409, title: "A second fact is needed to find the invitation" },
  "idempotency-key-reused": { status: 409, title: "The Idempotency-Key came with another body" },
  "replies-closed": { status: 409, title: "Replies are closed" },
  "event-full": { status: 409, title: "The event has no room for so many" },
  "event-has-replies": { status: 409, title: "Guests have replied for this event" },
  "in-use": { status: 409, title: "Replies use what would be removed" },
  "slug-taken": { status: 409, title: "Another site has this short name" },
  "member-exists": { status: 409, title: "This person is already a member" },
  "last-guest": { status: 409, title: "A party needs a guest" },
  "last-owner": { status: 409, title: "A site needs an owner" },
  "endpoint-disabled": { status: 409, title: "The endpoint is disabled" },
  "import-not-open": { status: 409, title: "The import is no preview any more" },
  "import-not-accepted": { status: 409, title: "The import was not accepted, or was undone" },
  "import-undecided": { status: 409, title: "Duplicates of the import are not decided yet" },
  "import-outdated": { status: 409, title: "The list has changed; look at the preview again" },
  "import-in-use": { status: 409, title: "Later changes depend on the import" },
  "import-under-way": { status: 409, title: "Another file of this site is being read" },
  "too-many-imports": { status: 409, title: "The site has too many open previews" },
  "link-revoked": { status: 410, title: "The couple has replaced this personal link" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "file-too-large": { status: 413, title: "The file is too large" },
  "unsupported-type": { status: 415, title: "The body must be application/json" },
  "file-type-unknown": { status: 415, title: "The file is of a kind that is not read" },
  "file-not-readable": { status: 422, title: "The file is broken" },
  "file-encrypted": { status: 422, title: "The file is protected by a password" },
  "file-empty": { status: 422, title: "There is nothing in the file" },
  "too-many-rows": { status: 422, title: "The file has too many rows" },
  "too-many-columns": { status: 422, title: "The file has too many columns" },
  "cell-too-long": { status: 422, title: "A cell of the file has too much text" },
  "invalid-input": { status: 422, title: "The request does not have the form it should" },
  "unknown-meal": { status: 422, title: "A meal is not on the menu" },
  "unknown-question": { status: 422, title: "An answer is to no question of this site" },
  "answer-missing": { status: 422, title: "A required answer is missing" },
  "answer-invalid": { status: 422, title: "An answer does not fit its question" },
  "unsure-not-offered": { status: 422, title: "The couple asks for a yes or a no" },
  "name-not-open": { status: 422, title: "Only an open seat takes a name" },
  "address-refused": { status: 422, title: "Deliveries may not go to this address" },
  "subscription-not-granted": { status: 422, title: "The vendor may not see this kind of change" },
  "proof-needed": { status: 428, title: "Solve the challenge, and send the request again" },
  "too-many-requests": { status: 429, title: "Too many requests; wait a little" },
  "unexpected": { status: 500, title: "Something went wrong on the server" },
  "database-away": { status: 503, title: "The database cannot be reached just now" },
  "stopping": { status: 503, title: "The server is restarting" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** The body of a problem answer, `application/problem+json`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  /** Id of the request, to be found again in the server's log. */
  instance?: string;
  /** What is wrong where, for `invalid-input`. */
  issues?: { path: (string | number)[]; message: string }[];
  [more: string]: unknown;
}
