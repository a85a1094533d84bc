const length = 16;
const calls = 256;
let pool = "";
let used = 0;

/** The id of a call, `req_…`, as the caller and the log see it: 64 random bits, drawn for many calls at once. */
export function newRequestId(): string {
  if (used === pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(calls * length / 2)).toHex();
    used = 0;
  }
  used += length;
  return `req_${pool.slice(used - length, used)}`;
}
