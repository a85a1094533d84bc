import type { ImportPreview } from "../../shared/imports.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import { manageDemo } from "./manage-demo.ts";
import type { ServerProcess } from "./server-process.ts";

export const demoSite = "emma-and-james";

/** The imports of the demo wedding, as a planner's program calls them. */
export async function importCalls(server: ServerProcess) {
  const key = await (await manageDemo(server)).key();
  return { key, ...callsWith(server, key) };
}

export function callsWith({ server }: ServerProcess, key: string) {
  const site = `${server}/v1/sites/${demoSite}`;
  const headers = { authorization: `Bearer ${key}` };
  const fetchIt = (method: string, path: string, body?: BodyInit, accept = "application/json") =>
    fetch(site + path, { method, headers: { ...headers, accept }, ...body ? { body } : {} });

  return {
    fetch: fetchIt,
    async upload(bytes: Uint8Array<ArrayBuffer>, name: string) {
      const form = new FormData();
      form.set("file", new File([bytes], name));
      const answer = await fetchIt("POST", "/imports", form);
      const body: ImportPreview & ProblemBody = await answer.json();
      return { status: answer.status, body };
    },
    async accept(id: string) {
      const answer = await fetchIt("POST", `/imports/${id}/accept`);
      const body: ImportPreview & ProblemBody = await answer.json();
      return { status: answer.status, body };
    },
    /** Guests and open seats on the list. */
    async seats(): Promise<number> {
      const file = await (await fetchIt("GET", "/guests.csv", undefined, "*/*")).text();
      return file.trim().split("\r\n").length - 1;
    },
  };
}
