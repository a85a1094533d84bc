import { repository } from "./repository.ts";

/** What a task of deno.json gives to deno for this data folder: a test of a program is a test of its permissions too. */
export async function taskArguments(task: string, folder: string): Promise<string[]> {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", repository)));
  const command: string = tasks[task];
  const start = command.indexOf("deno run ");
  return command.slice(start).replaceAll('"$DATA_FOLDER"', folder).split(" ").slice(1);
}
