import type { TellSignInLink } from "./sign-in.ts";

/** For a server without a mail carrier: whoever reads its terminal signs people in. Not through the log, which is kept. */
export function tellInTerminal(write: (text: string) => void = writeOut): TellSignInLink {
  return (mail, link) => {
    write(`\n  Sign-in link for ${mail}, once, within 15 minutes:\n  ${link}\n\n`);
    return Promise.resolve();
  };
}

function writeOut(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}
