import { z } from "zod";
import { until } from "../../server/testing/until.ts";
import { canInstall, installPackages } from "./apt.ts";
import { startCompanion } from "./companion.ts";
import { asJson, type Engine } from "./engine.ts";
import { findProgram } from "./find-program.ts";

export interface Webkit {
  driver: string;
  browser: string;
  /** A screen that nobody looks at: WebKitGTK draws on one only. */
  screen: string;
}

const libraries = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
const versions = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
const browsers = libraries.flatMap((folder) => versions.map((version) => `${folder}/${version}`));

const answerSchema = z.object({ value: z.unknown() });
const problemSchema = z.object({ error: z.string(), message: z.string() });
const sessionSchema = z.object({
  sessionId: z.string(),
  capabilities: z.object({ browserVersion: z.string() }),
});

/** The system's WebKitGTK with its driver, or with `install` Debian's if it can be had; undefined: none. */
export async function findWebkit({ install = false } = {}): Promise<Webkit | undefined> {
  const found = await programs();
  if (found || !install || !await canInstall()) return found;
  await installPackages("webkit2gtk-driver", "xvfb", "fonts-dejavu");
  return await programs();
}

async function programs(): Promise<Webkit | undefined> {
  const [driver, browser, screen] = await Promise.all([
    findProgram("WebKitWebDriver"),
    findProgram("MiniBrowser", browsers),
    findProgram("Xvfb"),
  ]);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** WebKitGTK's own small browser on a screen of its own, over WebDriver (https://www.w3.org/TR/webdriver2/). */
export async function launchWebkit({ driver, browser, screen }: Webkit): Promise<Engine> {
  const end = new AsyncDisposableStack();
  try {
    const display = end.use(
      startCompanion([
        screen,
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1280x1024x24",
        "-nolisten",
        "tcp",
      ]),
    );
    const [, number] = await display.says(/^(\d+)\s/);
    const port = freePort();
    end.use(startCompanion([driver, "--host=127.0.0.1", `--port=${port}`], {
      DISPLAY: `:${number}`,
      GDK_BACKEND: "x11",
      LANGUAGE: "en_GB",
      LC_ALL: "C.UTF-8",
      NO_AT_BRIDGE: "1",
    }));
    const address = `http://127.0.0.1:${port}`;
    await until("the driver answers", () => fetch(`${address}/status`).then(isFine, () => false));

    const { sessionId, capabilities } = sessionSchema.parse(
      await call("POST", `${address}/session`, {
        capabilities: {
          alwaysMatch: {
            "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
          },
        },
      }),
    );
    const session = `${address}/session/${sessionId}`;
    end.defer(async () => void await call("DELETE", session));
    return {
      name: `WebKitGTK ${capabilities.browserVersion}`,
      async open(url) {
        await call("POST", `${session}/url`, { url });
      },
      async evaluate(expression) {
        const script = `return ${asJson(expression)}`;
        const said = await call("POST", `${session}/execute/sync`, { script, args: [] });
        return JSON.parse(z.string().parse(said));
      },
      async act(actions) {
        await call("POST", `${session}/actions`, { actions });
      },
      [Symbol.asyncDispose]: () => end.disposeAsync(),
    };
  } catch (error) {
    await end.disposeAsync();
    throw error;
  }
}

async function call(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...body ? { body: JSON.stringify(body) } : {},
  });
  const { value } = answerSchema.parse(await response.json());
  if (response.ok) return value;
  const { error, message } = problemSchema.parse(value);
  throw new Error(`${method} ${new URL(address).pathname}: ${error}: ${message}`);
}

async function isFine(response: Response): Promise<boolean> {
  await response.body?.cancel();
  return response.ok;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
