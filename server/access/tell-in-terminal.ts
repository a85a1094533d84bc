const encoder = new TextEncoder();

/** For a server without a mail carrier: whoever reads its terminal signs people in. Not through the log, which is kept. */
export function tellInTerminal(mail: string, link: string, write = writeOut): Promise<void> {
  write(`\n  Sign-in link for ${mail}, once, within 15 minutes:\n  ${link}\n\n`);
  return Promise.resolve();
}

function writeOut(text: string): void {
  Deno.stdout.writeSync(encoder.encode(text));
}
