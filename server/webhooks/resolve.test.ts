import assert from "node:assert/strict";
import { AddressRefused, type RefusedReason } from "./address.ts";
import { resolvePublic } from "./resolve.ts";

Deno.test.sanitizer({ ops: true, resources: true });

const found = (...addresses: string[]) => () => Promise.resolve(addresses);

function refusedWith(reason: RefusedReason) {
  return (error: unknown) => error instanceof AddressRefused && error.reason === reason;
}

Deno.test("resolvePublic() gives every address of a name, in the order found", async () => {
  const addresses = await resolvePublic("vendor.example", [], found("2606:4700::1", "8.8.8.8"));

  assert.deepEqual(addresses, [
    { address: "2606:4700::1", family: 6 },
    { address: "8.8.8.8", family: 4 },
  ]);
});

Deno.test("resolvePublic() refuses a name as soon as one of its addresses is private, and does not say which", async () => {
  for (
    const bad of [
      "10.0.0.1",
      "::1",
      "::ffff:127.0.0.1",
      "64:ff9b::a00:1",
      "not an address",
      "fe80::1%1",
    ]
  ) {
    for (const addresses of [[bad], ["8.8.8.8", bad], [bad, "8.8.8.8"]]) {
      await assert.rejects(
        resolvePublic("vendor.example", [], found(...addresses)),
        (error: Error) => refusedWith("private-address")(error) && !error.message.includes(bad),
      );
    }
  }
});

Deno.test("resolvePublic() accepts opened addresses, and refuses a public one mixed with a closed one", async () => {
  const allow = ["10.0.0.0/8"];

  const [first] = await resolvePublic("kitchen.internal", allow, found("10.0.0.1", "8.8.8.8"));

  assert.equal(first.address, "10.0.0.1");
  await assert.rejects(
    resolvePublic("kitchen.internal", allow, found("10.0.0.1", "192.168.0.1")),
    refusedWith("private-address"),
  );
});

Deno.test("resolvePublic() says that a name has no address, and why", async () => {
  const cause = Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" });

  await assert.rejects(resolvePublic("vendor.example", [], found()), refusedWith("unresolvable"));
  await assert.rejects(
    resolvePublic("vendor.example", [], () => Promise.reject(cause)),
    (error: Error) => refusedWith("unresolvable")(error) && error.cause === cause,
  );
});

Deno.test("resolvePublic() never asks what localhost or an address is", async () => {
  const resolve = () => Promise.reject(new Error("asked"));

  assert.deepEqual(await resolvePublic("localhost", ["127.0.0.0/8"], resolve), [
    { address: "127.0.0.1", family: 4 },
  ]);
  assert.deepEqual(await resolvePublic("demo.localhost", ["127.0.0.1/32", "::1/128"], resolve), [
    { address: "127.0.0.1", family: 4 },
    { address: "::1", family: 6 },
  ]);
  assert.deepEqual(await resolvePublic("[2606:4700::1]", [], resolve), [
    { address: "2606:4700::1", family: 6 },
  ]);
  await assert.rejects(resolvePublic("localhost", [], resolve), refusedWith("private-address"));
  await assert.rejects(resolvePublic("[::1]", [], resolve), refusedWith("private-address"));
});

Deno.test("resolvePublic() asks the system when nobody else is given", async () => {
  // The system's resolver knows this spelling of 127.0.0.1, and needs no network for it.
  const [first] = await resolvePublic("127.1", ["127.0.0.0/8"]);

  assert.deepEqual(first, { address: "127.0.0.1", family: 4 });
  await assert.rejects(resolvePublic("127.1", []), refusedWith("private-address"));
});
