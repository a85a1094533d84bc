import { join } from "node:path";
import { z } from "zod";
import { canInstall, installPackages } from "./apt.ts";
import { startCompanion } from "./companion.ts";
import { asJson, type Engine } from "./engine.ts";
import { findProgram } from "./find-program.ts";

const elsewhere = ["/Applications/Firefox.app/Contents/MacOS"];

// A test talks to the loopback and to nothing else, and Firefox to nobody by itself.
const preferences = {
  "app.update.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "intl.accept_languages": "en-GB, en",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.proxy.type": 0,
  "services.settings.server": "data:,",
  "toolkit.telemetry.server": "data:,",
  "ui.prefersReducedMotion": 1,
};

const answerSchema = z.object({
  id: z.number().nullish(),
  error: z.string().optional(),
  message: z.string().optional(),
  result: z.unknown(),
});
const sessionSchema = z.object({ capabilities: z.object({ browserVersion: z.string() }) });
const treeSchema = z.object({ contexts: z.tuple([z.object({ context: z.string() })]) });
const saidSchema = z.union([
  z.object({ result: z.object({ value: z.string() }) }),
  z.object({ exceptionDetails: z.object({ text: z.string() }) }),
]);

/** The system's Firefox, or with `install` Debian's if it can be had; undefined: none. */
export async function findFirefox({ install = false } = {}): Promise<string | undefined> {
  const found = await program();
  if (found || !install || !await canInstall()) return found;
  await installPackages("firefox-esr");
  return await program();
}

async function program(): Promise<string | undefined> {
  return await findProgram("firefox", elsewhere) ?? await findProgram("firefox-esr");
}

/** A headless Firefox with a profile of its own, over WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/). */
export async function launchFirefox(program: string): Promise<Engine> {
  const profile = await Deno.makeTempDir({ prefix: "wedding-rsvp-firefox-" });
  const lines = Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  await Deno.writeTextFile(join(profile, "user.js"), lines.join(""));
  const firefox = startCompanion(
    [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
    { MOZ_CRASHREPORTER_DISABLE: "1", HOME: profile },
  );
  const end = async () => {
    await firefox[Symbol.asyncDispose]();
    await Deno.remove(profile, { recursive: true });
  };

  try {
    const [, address = ""] = await firefox.says(/BiDi listening on (ws:\S+)/);
    const bidi = await connect(`${address}/session`);
    const { capabilities } = sessionSchema.parse(
      await bidi.call("session.new", {
        capabilities: {},
      }),
    );
    const [{ context }] = treeSchema.parse(await bidi.call("browsingContext.getTree", {})).contexts;
    return {
      name: `Firefox ${capabilities.browserVersion}`,
      async open(url) {
        await bidi.call("browsingContext.navigate", { context, url, wait: "interactive" });
      },
      async evaluate(expression) {
        const said = saidSchema.parse(
          await bidi.call("script.evaluate", {
            expression: asJson(expression),
            target: { context },
            awaitPromise: false,
          }),
        );
        if ("result" in said) return JSON.parse(said.result.value);
        throw new Error(said.exceptionDetails.text);
      },
      async act(actions) {
        await bidi.call("input.performActions", { context, actions });
      },
      async [Symbol.asyncDispose]() {
        await bidi.call("browser.close", {});
        await bidi.closed;
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function connect(address: string) {
  const socket = new WebSocket(address);
  const closed = new Promise<void>((resolve) => socket.addEventListener("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error(`Nobody answers at ${address}.`)));
  });
  const waiting = new Map<number, (answer: z.infer<typeof answerSchema>) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer = answerSchema.parse(JSON.parse(data));
    if (answer.id) waiting.get(answer.id)?.(answer);
  });
  let calls = 0;

  return {
    closed,
    async call(method: string, params: object): Promise<unknown> {
      const id = ++calls;
      const answered = new Promise<z.infer<typeof answerSchema>>((resolve) =>
        waiting.set(id, resolve)
      );
      socket.send(JSON.stringify({ id, method, params }));
      const { error, message, result } = await answered;
      waiting.delete(id);
      if (error) throw new Error(`${method}: ${error}: ${message}`);
      return result;
    },
  };
}
