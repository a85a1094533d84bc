// `deno task key`: prints a new master key for MASTER_KEYS. Put it first to wrap new sites' keys with it, and keep the old
// ones behind it for as long as there are sites that they wrap.
const version = Number(Deno.args[0] ?? 1);
if (!Number.isInteger(version) || version < 0 || version > 255) {
  throw new Error("Cannot make a key: its version must be 0 to 255.");
}
const key = crypto.getRandomValues(new Uint8Array(32)).toBase64();
await Deno.stdout.write(new TextEncoder().encode(`${version}:${key}\n`));
