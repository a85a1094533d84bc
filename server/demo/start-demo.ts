import { personalToken } from "../access/personal-link.ts";
import type { RunningServer } from "../start-server.ts";
import { serveDemoPage } from "./demo-page.ts";
import { demoSecret, demoWedding } from "./demo-wedding.ts";
import { serveDemoCaterer } from "./demo-caterer.ts";

export interface Demo {
  /** What to print: the links worth opening. */
  links: string[];
  stop(): Promise<void>;
}

/** The demo wedding: a page on an origin of its own, and a caterer who receives signed counts. */
export async function startDemo(
  { deps }: RunningServer,
  { pagePort, vendorPort }: { pagePort: number; vendorPort: number },
): Promise<Demo> {
  const { publicUrl, dataFolder } = deps.config;
  const page = `http://localhost:${pagePort}`;
  const caterer = `http://127.0.0.1:${vendorPort}`;
  // A port that is taken is found out before the wedding is told where its page is.
  for (
    const [port, variable] of [[pagePort, "DEMO_PAGE_PORT"], [
      vendorPort,
      "DEMO_VENDOR_PORT",
    ]] as const
  ) {
    refuseTakenPort(port, variable);
  }
  const { site, party } = await demoWedding(deps, { page, hook: `${caterer}/hook` });
  const servers = [
    serveDemoPage(pagePort, { server: publicUrl, site: site.slug, date: site.settings.date }),
    await serveDemoCaterer(vendorPort, {
      secret: await demoSecret(deps, site),
      file: `${dataFolder}/demo-caterer.jsonl`,
    }),
  ];
  const token = await personalToken(await deps.keys.forSite(site), party);
  return {
    links: [
      "",
      "  The demo wedding is ready. Open:",
      "",
      `    The couple's page         ${page}   (try the name “Ana Silva”)`,
      `    A personal link           ${page}/#rsvp=${token}`,
      `    What the caterer receives ${caterer}`,
      `    The API                   ${publicUrl}/docs`,
      "",
      `  Ctrl-C stops; everything is kept in ${dataFolder}/.`,
      "",
    ],
    async stop() {
      await Promise.all(servers.map((server) => server.shutdown()));
    },
  };
}

function refuseTakenPort(port: number, variable: string): void {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    throw new Error(`Cannot start the demo: port ${port} is taken. Set ${variable} to another.`);
  }
}
