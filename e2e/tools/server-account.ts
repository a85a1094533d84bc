/** Whose a PostgreSQL server shall be: it refuses to be root's. Ours when we are not root. */
export async function serverAccount(): Promise<{ uid?: number; gid?: number }> {
  if (Deno.uid() !== 0) return {};
  const accounts = (await Deno.readTextFile("/etc/passwd")).split("\n").map((line) =>
    line.split(":")
  );
  const [, , uid, gid] =
    ["postgres", "nobody"].map((name) => accounts.find(([account]) => account === name)).find((
      account,
    ) => account !== undefined) ?? [];
  if (!uid || !gid) throw new Error("PostgreSQL does not run as root: add an account `postgres`.");
  return { uid: Number(uid), gid: Number(gid) };
}
