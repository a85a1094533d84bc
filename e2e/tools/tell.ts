/** Prints a line of a test that the gate shows even when all is well. */
export function tell(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`» ${line}\n`));
}

/** What was told in a command's output. */
export function told(output: string): string[] {
  return output.split("\n").filter((line) => line.startsWith("» "));
}
