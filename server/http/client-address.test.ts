import assert from "node:assert/strict";
import { clientAddress as addressOf } from "./client-address.ts";

const clientAddress = (peer: string, forwarded: string | null, trustedProxies: number) =>
  addressOf({ peer }, forwarded, trustedProxies);

Deno.test("clientAddress() is the peer's where no proxy is trusted, whatever the peer claims", () => {
  assert.equal(clientAddress("203.0.113.7", null, 0), "203.0.113.7");
  assert.equal(clientAddress("203.0.113.7", "198.51.100.1", 0), "203.0.113.7");
});

Deno.test("clientAddress() believes as many proxies as are trusted, and nobody before them", () => {
  const forged = "127.0.0.1, 198.51.100.1, 192.0.2.9";

  assert.equal(clientAddress("10.0.0.1", forged, 1), "192.0.2.9");
  assert.equal(clientAddress("10.0.0.1", forged, 2), "198.51.100.1");
  assert.equal(clientAddress("10.0.0.1", "192.0.2.9", 2), "10.0.0.1");
  assert.equal(clientAddress("10.0.0.1", null, 1), "10.0.0.1");
  assert.equal(clientAddress("10.0.0.1", "", 1), "10.0.0.1");
  assert.equal(clientAddress("10.0.0.1", "nonsense", 1), "10.0.0.1");
});

Deno.test("clientAddress() reads an address with the port that some proxies append", () => {
  assert.equal(clientAddress("10.0.0.1", "192.0.2.9:4711", 1), "192.0.2.9");
  assert.equal(clientAddress("10.0.0.1", "[2001:db8:1:2::9]:443", 1), "2001:db8:1:2::/64");
  assert.equal(clientAddress("10.0.0.1", "[2001:db8:1:2::9]", 1), "2001:db8:1:2::/64");
});

Deno.test("clientAddress() takes a whole IPv6 /64 for one caller, and no more than that", () => {
  const a = clientAddress("2001:db8:1:2::1", null, 0);
  const b = clientAddress("2001:db8:1:2:ffff:ffff:ffff:ffff", null, 0);
  const c = clientAddress("2001:db8:1:3::1", null, 0);

  assert.equal(a, "2001:db8:1:2::/64");
  assert.equal(b, a);
  assert.notEqual(c, a);
});

Deno.test("clientAddress() is the same for all spellings of an address", () => {
  assert.equal(clientAddress("::ffff:203.0.113.7", null, 0), "203.0.113.7");
  assert.equal(clientAddress("::FFFF:CB00:7107", null, 0), "203.0.113.7");
  assert.equal(clientAddress("2001:0DB8:0001:0002:0:0:0:1", null, 0), "2001:db8:1:2::/64");
  assert.equal(clientAddress("fe80::1%eth0", null, 0), "fe80:0:0:0::/64");
});

Deno.test("clientAddress() takes nothing for a plain address that is none", () => {
  for (const hop of ["256.1.1.1", "1.2.3.4.", "1.2.3.4.5", ".1.2.3.4", "1.2.3.4\n"]) {
    assert.equal(clientAddress("10.0.0.1", hop, 1), hop === "1.2.3.4\n" ? "1.2.3.4" : "10.0.0.1");
  }
  // Once octal, once short: the same address as the resolver would call.
  assert.equal(clientAddress("10.0.0.1", "0300.0.2.9", 1), "192.0.2.9");
  assert.equal(clientAddress("10.0.0.1", " 192.0.2.9 ", 1), "192.0.2.9");
});

Deno.test("clientAddress() counts whoever has no address as one", () => {
  assert.equal(clientAddress("unknown", null, 0), "unknown");
  assert.equal(clientAddress("", "nonsense", 1), "unknown");
});
