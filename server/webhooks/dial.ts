import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent, type AgentOptions } from "node:https";
import type { LookupFunction } from "node:net";
import { connect, type ConnectionOptions } from "node:tls";
import { AddressRefused, type Cidr } from "./address.ts";
import { type PublicAddress, type Resolve, resolvePublic } from "./resolve.ts";

/** Connections kept open between deliveries. Whoever opens them closes them. */
export interface Connections {
  agentFor(url: URL): HttpAgent | HttpsAgent;
  close(): void;
}

export function keepConnections(): Connections {
  // Most receivers close after 5 s of silence; we give up first and so seldom meet a closed one.
  const options = { keepAlive: true, timeout: 4_000, maxFreeSockets: 32 };
  const http = new HttpAgent(options);
  const https = secureAgent(options);
  return {
    agentFor: (url) => url.protocol === "https:" ? https : http,
    close() {
      http.destroy();
      https.destroy();
    },
  };
}

/** For one connection, closed after its answer. */
export function passingAgent(url: URL): HttpAgent | HttpsAgent {
  return url.protocol === "https:" ? secureAgent({}) : new HttpAgent();
}

function secureAgent(options: AgentOptions): HttpsAgent {
  const agent = new HttpsAgent(options);
  // Deno's own way needs --allow-sys as soon as NODE_EXTRA_CA_CERTS is set; `connect` trusts the same
  // authorities without.
  agent.createConnection = (options) => connect(options as ConnectionOptions);
  return agent;
}

/**
 * A `lookup` that hands the dialler checked addresses only. It runs at every new connection, and
 * the connection uses what it returned: a name that changes its mind in between changes nothing.
 */
export function guardedLookup(
  { allow, port, resolve }: {
    allow: readonly Cidr[];
    port: string;
    resolve: Resolve | undefined;
  },
): LookupFunction {
  return (hostname, options, done) => {
    resolvePublic(hostname, allow, resolve).then((addresses) => {
      const [first, ...others] = addresses;
      assertMayConnect(addresses, port);
      if (options.all) done(null, [first, ...others]);
      else done(null, first.address, first.family);
    }).catch((error) => done(error, []));
  };
}

/**
 * With several addresses to dial, Deno throws a denied permission where nobody can catch it and
 * the process ends; so it is asked for before.
 */
export function assertMayConnect(addresses: readonly PublicAddress[], port: string): void {
  for (const { address, family } of addresses) {
    const host = `${family === 6 ? `[${address}]` : address}:${port}`;
    if (Deno.permissions.querySync({ name: "net", host }).state !== "granted") {
      throw new AddressRefused("private-address", "This process may not connect to the address.");
    }
  }
}
