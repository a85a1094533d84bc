import assert from "node:assert/strict";
import fc from "fast-check";
import { assertPublicUrl, isPublicAddress } from "./address.ts";

const publicAddresses = [
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.0",
  "169.253.255.255",
  "169.255.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.0.1.0",
  "192.0.3.0",
  "192.88.98.255",
  "192.167.255.255",
  "192.169.0.0",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2001:200::1",
  "2001:db7:ffff::1",
  "2001:db9::1",
  "2001:4860:4860::8888",
  "2606:4700:4700::1111",
  "2a00:1450::1",
  "2003::1",
  "::ffff:8.8.8.8",
  "::ffff:808:808",
];

const privateAddresses: Record<string, string[]> = {
  "this network": ["0.0.0.0", "0.0.0.1", "0.255.255.255"],
  "RFC 1918": ["10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0"],
  "carrier NAT": ["100.64.0.0", "100.127.255.255"],
  loopback: ["127.0.0.0", "127.0.0.1", "127.255.255.255", "::1"],
  "link local and metadata": [
    "169.254.0.0",
    "169.254.169.254",
    "169.254.170.2",
    "fe80::1",
    "febf::1",
  ],
  "protocol assignments": ["192.0.0.0", "192.0.0.192", "192.0.0.255"],
  documentation: ["192.0.2.1", "198.51.100.1", "203.0.113.255", "2001:db8::1", "3fff::1"],
  "6to4 relays": ["192.88.99.1"],
  benchmarking: ["198.18.0.0", "198.19.255.255", "2001:2::1"],
  multicast: ["224.0.0.1", "239.255.255.255", "ff02::1"],
  "reserved and broadcast": ["240.0.0.1", "255.255.255.254", "255.255.255.255"],
  "anycast for protocols": ["192.31.196.1", "192.52.193.1", "192.175.48.1", "2620:4f:8000::1"],
  "unspecified IPv6": ["::"],
  "unique local, metadata included": ["fc00::1", "fd00:ec2::254", "fdff::1"],
  "site local": ["fec0::1"],
  "IPv4 in IPv6, mapped": [
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "0:0:0:0:0:ffff:a00:1",
    "::FFFF:169.254.169.254",
  ],
  "IPv4 in IPv6, compatible": ["::127.0.0.1", "::7f00:1", "::8.8.8.8", "::10.0.0.1"],
  "IPv4 in IPv6, translated": ["::ffff:0:127.0.0.1", "::ffff:0:7f00:1"],
  NAT64: [
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::8.8.8.8",
    "64:ff9b:1::1",
    "64:ff9b:1:ffff::1",
  ],
  "6to4": ["2002:7f00:1::1", "2002:a00:1::", "2002:808:808::1"],
  Teredo: ["2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
  "ORCHID and the rest of 2001::/23": [
    "2001:10::1",
    "2001:20::1",
    "2001:30::1",
    "2001:3::1",
    "2001:1ff::1",
  ],
  "discard and dummy": ["100::1", "100:0:0:1::1"],
  "segment routing": ["5f00::1"],
  "not assigned": ["1::1", "4000::1", "8000::1", "e000::1", "fe00::1"],
};

Deno.test("isPublicAddress() is true at both sides of every private range", () => {
  for (const address of publicAddresses) assert.ok(isPublicAddress(address, []), address);
});

for (const [name, addresses] of Object.entries(privateAddresses)) {
  Deno.test(`isPublicAddress() is false, and no URL passes, for ${name}`, () => {
    for (const address of addresses) {
      assert.equal(isPublicAddress(address, []), false, address);
      const host = address.includes(":") ? `[${address}]` : address;
      const refused = { reason: "private-address" };
      assert.throws(() => assertPublicUrl(`https://${host}/hook`, []), refused, address);
      assert.throws(() => assertPublicUrl(`https://${host}:8443/hook`, []), refused, address);
    }
  });
}

Deno.test("isPublicAddress() is false for what is not an address in plain spelling", () => {
  const others = [
    "",
    "vendor.example",
    "1",
    "127.1",
    "0x7f000001",
    "010.0.0.1",
    "8.8.8.8 ",
    "1.1.1.1.",
    "[::1]",
    "2606:4700::1%eth0",
    "2606:4700::1/64",
  ];

  for (const text of others) assert.equal(isPublicAddress(text, []), false, text);
});

Deno.test("isPublicAddress() judges an IPv4 address and its mapped form alike", () => {
  fc.assert(fc.property(fc.ipV4(), (address) => {
    assert.equal(isPublicAddress(`::ffff:${address}`, []), isPublicAddress(address, []));
  }));
});

Deno.test("isPublicAddress() opens what the self-hoster opened, and nothing beside it", () => {
  const allow = ["10.1.0.0/16", "fd00:1::/32", "127.0.0.1/32"];

  for (const address of ["10.1.0.0", "10.1.255.255", "::ffff:10.1.2.3", "fd00:1::5", "127.0.0.1"]) {
    assert.ok(isPublicAddress(address, allow), address);
  }
  for (
    const address of [
      "10.0.255.255",
      "10.2.0.0",
      "fd00:2::5",
      "127.0.0.2",
      "::1",
      "169.254.169.254",
      "::10.1.0.1",
    ]
  ) {
    assert.equal(isPublicAddress(address, allow), false, address);
  }
});
