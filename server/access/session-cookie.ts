const name = "__Host-session";
const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

export const sessionDays = 30;

/** `Set-Cookie` of whoever has signed in. `__Host-`: of this host alone, and never over plain http. */
export function sessionCookie(secret: string): string {
  return `${name}=${secret}; Max-Age=${sessionDays * 86_400}; ${attributes}`;
}

/** `Set-Cookie` that makes the browser forget. */
export function endedCookie(): string {
  return `${name}=; Max-Age=0; ${attributes}`;
}

/** The secret that a request's cookie carries. */
export function sessionSecretOf(request: Request): string | undefined {
  const cookies = request.headers.get("cookie")?.split(";") ?? [];
  const cookie = cookies.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`));
  const secret = cookie?.slice(name.length + 1) ?? "";
  return /^[0-9a-z]{40}$/.test(secret) ? secret : undefined;
}
