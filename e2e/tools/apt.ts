import { type Outcome, runCommand } from "./command.ts";

/** Whether Debian's packages can be installed here: apt-get is there and we are root. */
export async function canInstall(): Promise<boolean> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return false;
  return (await runCommand(["apt-get", "--version"], { seconds: 10 })).ok;
}

/** Installs Debian packages without asking anything; waits for another apt-get to finish first. */
export async function installPackages(...packages: string[]): Promise<Outcome> {
  const updated = await aptGet(["update"], 180);
  const installed = await aptGet(["install", "-y", "--no-install-recommends", ...packages], 900);
  return { ...installed, output: updated.output + installed.output };
}

function aptGet(args: string[], seconds: number): Promise<Outcome> {
  return runCommand(["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", ...args], {
    seconds,
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
}
