import assert from "node:assert/strict";
import fc from "fast-check";
import { AddressRefused, assertPublicUrl, isPublicAddress } from "./address.ts";

function refusal(url: string, allow: string[] = []): string | undefined {
  try {
    assertPublicUrl(url, allow);
  } catch (error) {
    if (error instanceof AddressRefused) return error.reason;
    throw error;
  }
}

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
      assert.equal(refusal(`https://${host}/hook`), "private-address", address);
      assert.equal(refusal(`https://${host}:8443/hook`), "private-address", address);
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

Deno.test("assertPublicUrl() gives the URL that is to be called", () => {
  const urls: [string, string][] = [
    ["https://vendor.example", "https://vendor.example/"],
    [
      "https://vendor.example:8443/hooks/a?key=1&b=%20",
      "https://vendor.example:8443/hooks/a?key=1&b=%20",
    ],
    ["HTTPS://Vendor.EXAMPLE/Hook", "https://vendor.example/Hook"],
    ["https://vendor.example./hook", "https://vendor.example/hook"],
    ["https://8.8.8.8/hook", "https://8.8.8.8/hook"],
    ["https://[2606:4700::1]/hook", "https://[2606:4700::1]/hook"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
    ["https://localhost.vendor.example/", "https://localhost.vendor.example/"],
    ["https://internal.vendor.example/", "https://internal.vendor.example/"],
    ["https://vendor.example/" + "a".repeat(1977), "https://vendor.example/" + "a".repeat(1977)],
  ];

  for (const [given, url] of urls) assert.equal(assertPublicUrl(given, []).href, url);
});

const refusedUrls: Record<string, string[]> = {
  "not-a-url": [
    "",
    "vendor.example/hook",
    "//vendor.example/hook",
    "https://",
    "https:// vendor.example/",
    " https://vendor.example/",
    "https://vendor.example/a b",
    "https://vendor.example/\n",
    "https://ven\tdor.example/",
    "https://vendor.example/\u0000",
    "https://vendor\u00a0.example/",
    "https://vendor..example/",
    "https://.vendor.example/",
    "https://vendor.example../",
    "https://localhost../",
    "https://256.256.256.256/",
    "https://1.2.3.4.5/",
    "https://vendor.example:99999/",
    "https://[::1/",
    "https://[fe80::1%25eth0]/",
    "https://exa%00mple.com/",
  ],
  "too-long": ["https://vendor.example/" + "a".repeat(1978)],
  "not-https": [
    "http://vendor.example/",
    "http://8.8.8.8/",
    "ftp://vendor.example/",
    "file:///etc/passwd",
    "gopher://vendor.example/",
    "javascript:alert(1)",
    "data:text/plain,hi",
    "ws://vendor.example/",
    "vendor.example:443/hook",
  ],
  userinfo: [
    "https://name@vendor.example/",
    "https://name:password@vendor.example/",
    "https://:password@vendor.example/",
    "https://vendor.example@127.0.0.1/",
  ],
  fragment: ["https://vendor.example/#top", "https://vendor.example/#"],
  "private-name": [
    "https://vendor/",
    "https://vendor./",
    "https://kubernetes/",
    "https://metadata/",
    "https://metadata.google.internal/computeMetadata/v1/",
    "https://metadata.google.internal./",
    "https://METADATA.GOOGLE.INTERNAL/",
    "https://metadata.goog/",
    "https://instance-data/",
    "https://instance-data.ec2.internal/",
    "https://metadata.tencentyun.com/",
    "https://ip-10-0-0-1.ec2.internal/",
    "https://host.docker.internal/",
    "https://postgres.default.svc.cluster.local/",
    "https://printer.local/",
    "https://printer.local./",
    "https://router.lan/",
    "https://router.home.arpa/",
    "https://localhost.localdomain/",
    "https://wiki.corp/",
    "https://wiki.intranet/",
  ],
  "private-address": [
    "https://localhost/",
    "https://localhost./",
    "https://LOCALHOST:8080/",
    "https://a.localhost/",
    "https://a.b.localhost./",
    "https://127.0.0.1./",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://017700000001/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://127.0.1/",
    "https://0/",
    "https://0x0/",
    "https://10.1/",
    "https://012.0.0.1/",
    "https://2852039166/",
    "https://0xA9FEA9FE/",
    "https://169.254.43518/",
    "https://0251.0376.0251.0376/",
    "https://169.254.169.254/latest/meta-data/",
    "https://１２７.０.０.１/",
    "https://127。0。0。1/",
    "https://①②⑦.0.0.1/",
    "https://%31%32%37.0.0.1/",
    "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "https:\\\\127.0.0.1\\",
    "https:127.0.0.1",
    "https:///127.0.0.1/",
    "https://[::ffff:169.254.169.254]/",
    "https://[0:0:0:0:0:ffff:7f00:0001]/",
    "https://[::]/",
    "https://[0000::1]/",
  ],
};

for (const [reason, urls] of Object.entries(refusedUrls)) {
  Deno.test(`assertPublicUrl() refuses with ${reason}`, () => {
    for (const url of urls) assert.equal(refusal(url), reason, url);
  });
}

Deno.test("assertPublicUrl() lets http through to an opened address only", () => {
  const allow = ["10.0.0.0/8", "127.0.0.0/8", "fd00::/8"];

  for (
    const url of [
      "http://10.1.2.3/",
      "http://127.0.0.1:8789/",
      "http://localhost:8789/",
      "http://[fd00::1]/",
      "http://0xa000001/",
      "http://demo.localhost/",
      "https://10.1.2.3/",
    ]
  ) {
    assert.equal(refusal(url, allow), undefined, url);
  }
  assert.equal(refusal("http://vendor.example/", allow), "not-https");
  assert.equal(refusal("http://8.8.8.8/", allow), "not-https");
  assert.equal(refusal("http://192.168.1.1/", allow), "private-address");
  assert.equal(refusal("http://localhost/", ["10.0.0.0/8"]), "private-address");
});

Deno.test("assertPublicUrl() lets names of an opened network through, but never a cloud's metadata", () => {
  const allow = ["0.0.0.0/0", "::/0"];

  for (const url of ["https://receiver/", "https://kitchen.internal/", "https://kitchen.local/"]) {
    assert.equal(refusal(url), "private-name", url);
    assert.equal(refusal(url, allow), undefined, url);
  }
  assert.equal(refusal("https://metadata.google.internal/", allow), "private-name");
});

Deno.test("assertPublicUrl() passes no IPv4 address that is private, however it is spelled", () => {
  const part = (octet: number) =>
    fc.constantFrom(String(octet), `0x${octet.toString(16)}`, `0${octet.toString(8)}`);

  fc.assert(
    fc.property(
      fc.ipV4().chain((ip) => {
        const octets = ip.split(".").map(Number);
        const number = octets.reduce((sum, octet) => sum * 256 + octet, 0);
        const dotted = fc.tuple(...octets.map(part)).map((parts) => parts.join("."));
        return fc.tuple(fc.constant(ip), fc.oneof(dotted, part(number)));
      }),
      ([ip, spelled]) => {
        assert.equal(refusal(`https://${spelled}/`) === undefined, isPublicAddress(ip, []));
      },
    ),
    { numRuns: 2_000 },
  );
});
