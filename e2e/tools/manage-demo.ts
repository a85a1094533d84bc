import assert from "node:assert/strict";
import { demoOwner } from "../../server/demo/demo-wedding.ts";
import { until } from "../../server/testing/until.ts";
import type { ServerProcess } from "./server-process.ts";

const site = "/v1/sites/emma-and-james";

/** Signs in as the demo's owner, by the link in the terminal, and returns how to call the API. */
export async function manageDemo({ server, output }: ServerProcess) {
  let cookie = "";
  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(server + path, {
      method,
      headers: { origin: server, cookie, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) assert.fail(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  await ask("POST", "/v1/sign-in", { mail: demoOwner });
  const secret = await until(
    "the link is printed",
    () => Promise.resolve(/sign-in#(\S+)/.exec(output())?.[1]),
  );
  const signedIn = await ask("POST", "/v1/sign-in/confirm", { secret });
  await signedIn.body?.cancel();
  cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";

  return {
    /** Changes settings of the demo wedding. */
    async change(settings: Record<string, unknown>): Promise<void> {
      const answer = await ask("PATCH", site, settings);
      await answer.body?.cancel();
    },
    /** A planner's API key. */
    async key(): Promise<string> {
      const answer = await ask("POST", `${site}/keys`, {
        name: "A planner's key",
        role: "planner",
      });
      return (await answer.json()).secret;
    },
  };
}
