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
