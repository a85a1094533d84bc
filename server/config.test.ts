import assert from "node:assert/strict";
import { readConfig } from "./config.ts";

const masterKey = `1:${new Uint8Array(32).fill(7).toBase64()}`;

Deno.test("readConfig() needs nothing: an embedded database, on this machine alone, with the demo", () => {
  const config = readConfig({});

  assert.equal(config.host, "127.0.0.1");
  assert.equal(config.port, 8787);
  assert.equal(config.publicUrl, "http://localhost:8787");
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.dataFolder, "data");
  assert.equal(config.masterKeys, undefined);
  assert.equal(config.trustedProxies, 0);
  assert.deepEqual(config.webhookAllow, []);
  assert.deepEqual(config.demo, { pagePort: 8788, vendorPort: 8789 });
});

Deno.test("readConfig() takes a variable that is set to nothing as one that is not set", () => {
  const config = readConfig({ PORT: "", DATABASE_URL: "", MASTER_KEYS: "", DEMO: "" });

  assert.equal(config.port, 8787);
  assert.equal(config.databaseUrl, undefined);
});

Deno.test("readConfig() reads everything that can be set", () => {
  const config = readConfig({
    HOST: "::",
    PORT: "80",
    PUBLIC_URL: "https://rsvp.example/",
    DATABASE_URL: "postgres://rsvp@db.internal/rsvp",
    DATA_FOLDER: "elsewhere",
    MASTER_KEYS: `2:${new Uint8Array(32).fill(8).toBase64()}, ${masterKey}`,
    TRUSTED_PROXIES: "1",
    SITE_CREATORS: "Emma@Ours.example, james@ours.example",
    WEBHOOK_ALLOW: "10.0.0.0/8,fd00::/8",
  });

  assert.deepEqual(config, {
    host: "::",
    port: 80,
    publicUrl: "https://rsvp.example",
    databaseUrl: "postgres://rsvp@db.internal/rsvp",
    dataFolder: "elsewhere",
    masterKeys: [
      { version: 2, bytes: new Uint8Array(32).fill(8) },
      { version: 1, bytes: new Uint8Array(32).fill(7) },
    ],
    trustedProxies: 1,
    siteCreators: ["emma@ours.example", "james@ours.example"],
    webhookAllow: ["10.0.0.0/8", "fd00::/8"],
    demo: undefined,
  });
});

Deno.test("readConfig() writes the public address as browsers write an origin", () => {
  const publicUrl = (PUBLIC_URL: string) => readConfig({ PUBLIC_URL }).publicUrl;

  assert.equal(publicUrl("https://RSVP.Example:443/"), "https://rsvp.example");
  assert.equal(publicUrl("http://localhost:8787"), "http://localhost:8787");
  assert.equal(publicUrl("https://rsvp.example:8443"), "https://rsvp.example:8443");
});

Deno.test("readConfig() names every mistake at once", () => {
  const environment = {
    PORT: "99999",
    PUBLIC_URL: "rsvp.example",
    DATABASE_URL: "mysql://db/rsvp",
    MASTER_KEYS: "1:short",
    TRUSTED_PROXIES: "all",
    SITE_CREATORS: "nobody",
    WEBHOOK_ALLOW: "10.0.0.0",
    DEMO: "perhaps",
  };

  assert.throws(() => readConfig(environment), (error: Error) => {
    assert.match(error.message, /^Cannot start\.\n/);
    for (const name of Object.keys(environment)) assert.ok(error.message.includes(name), name);
    return true;
  });
});

Deno.test("readConfig() refuses a public address with a path, which no origin has", () => {
  for (
    const address of ["https://x.example/rsvp", "https://x.example/?a", "https://x.example/#a"]
  ) {
    assert.throws(() => readConfig({ PUBLIC_URL: address }), /without a path/);
  }
});

Deno.test("readConfig() needs master keys where the database is somebody else's", () => {
  const DATABASE_URL = "postgres://db/rsvp";

  assert.throws(() => readConfig({ DATABASE_URL }), /MASTER_KEYS is required/);
  assert.equal(readConfig({ DATABASE_URL, MASTER_KEYS: masterKey }).masterKeys?.length, 1);
});

Deno.test("readConfig() never repeats a secret in what it complains of", () => {
  const secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

  assert.throws(
    () => readConfig({ MASTER_KEYS: `1:${secret}`, DATABASE_URL: `mysql://u:${secret}@db` }),
    (error: Error) => !error.message.includes(secret),
  );
});

Deno.test("readConfig() plays the demo with the embedded database alone, unless told otherwise", () => {
  const real = { DATABASE_URL: "postgres://db/rsvp", MASTER_KEYS: masterKey };

  assert.equal(readConfig({ DEMO: "off" }).demo, undefined);
  assert.equal(readConfig(real).demo, undefined);
  assert.deepEqual(readConfig({ ...real, DEMO: "on", DEMO_PAGE_PORT: "1" }).demo, {
    pagePort: 1,
    vendorPort: 8789,
  });
});
