import ipaddr from "ipaddr.js";
import { z } from "zod";
import { mailSchema } from "../shared/text.ts";

const portSchema = z.coerce.number().int().min(0).max(65_535);

// As browsers write it in Origin: lower case, no default port.
const ownOriginSchema = z.url({ protocol: /^https?$/ }).transform((text, context) => {
  const { origin, pathname, search, hash } = new URL(text);
  if (pathname + search + hash !== "/") {
    context.addIssue({ code: "custom", message: "an address without a path" });
  }
  return origin;
});

const masterKeySchema = z.string().transform((text, context) => {
  const match = /^(\d{1,3}):([A-Za-z0-9+/]{43}=)$/.exec(text.trim());
  const version = Number(match?.[1]);
  if (!match?.[2] || version > 255) {
    context.addIssue({ code: "custom", message: "must look like 1:<32 bytes in base64>" });
    return z.NEVER;
  }
  return { version, bytes: Uint8Array.fromBase64(match[2]) };
});

const cidrSchema = z.string().refine((text) => ipaddr.isValidCIDR(text), {
  message: "an address range such as 10.0.0.0/8",
});

const list = <Output>(of: z.ZodType<Output, string>) =>
  z.string().transform((text) => text.split(",").map((part) => part.trim()).filter(Boolean))
    .pipe(z.array(of));

/**
 * Every environment variable that the server reads. The README's table is checked against this by a test.
 */
export const environmentSchema = z.object({
  HOST: z.string().min(1).default("127.0.0.1").describe("Address to listen on"),
  PORT: portSchema.default(8787).describe("Port to listen on"),
  PUBLIC_URL: ownOriginSchema.optional()
    .describe("Address at which browsers reach the server; default http://localhost:PORT"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional()
    .describe("PostgreSQL; without it the server keeps its own database in DATA_FOLDER"),
  DATA_FOLDER: z.string().min(1).default("data").describe("Folder of the embedded database"),
  MASTER_KEYS: list(masterKeySchema).optional()
    .describe(
      "Keys that wrap every site's key, newest first: 1:<32 bytes in base64>; required with DATABASE_URL",
    ),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0)
    .describe("How many proxies stand before the server and append to X-Forwarded-For"),
  SITE_CREATORS: list(mailSchema).optional()
    .describe("Mail addresses that may create sites; default: whoever can sign in"),
  WEBHOOK_ALLOW: list(cidrSchema).default([])
    .describe("Private address ranges that deliveries may go to, such as 10.0.0.0/8"),
  DEMO: z.enum(["on", "off"]).optional()
    .describe("The demo wedding; default: on with the embedded database"),
  DEMO_PAGE_PORT: portSchema.default(8788).describe("Port of the demo wedding's page"),
  DEMO_VENDOR_PORT: portSchema.default(8789).describe("Port of the demo caterer"),
});

export interface Config {
  host: string;
  port: number;
  publicUrl: string;
  databaseUrl: string | undefined;
  dataFolder: string;
  masterKeys: { version: number; bytes: Uint8Array }[] | undefined;
  trustedProxies: number;
  siteCreators: string[] | undefined;
  webhookAllow: string[];
  demo: { pagePort: number; vendorPort: number } | undefined;
}

/** Reads the environment once and names every mistake at once. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = environmentSchema.safeParse(given);
  if (!result.success) throw new Error(`Cannot start.\n${z.prettifyError(result.error)}`);
  const env = result.data;
  if (env.DATABASE_URL && !env.MASTER_KEYS) {
    throw new Error(
      "Cannot start.\n✖ MASTER_KEYS is required with DATABASE_URL: run `deno task key`",
    );
  }
  const demo = (env.DEMO ?? (env.DATABASE_URL ? "off" : "on")) === "on";
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL,
    dataFolder: env.DATA_FOLDER,
    masterKeys: env.MASTER_KEYS,
    trustedProxies: env.TRUSTED_PROXIES,
    siteCreators: env.SITE_CREATORS?.map((mail) => mail.toLowerCase()),
    webhookAllow: env.WEBHOOK_ALLOW,
    demo: demo ? { pagePort: env.DEMO_PAGE_PORT, vendorPort: env.DEMO_VENDOR_PORT } : undefined,
  };
}
