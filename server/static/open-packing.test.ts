import assert from "node:assert/strict";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { mostAppended, packedWith, packOpen } from "./open-packing.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const script = encode(`customElements.define("wedding-rsvp", class {});\n`.repeat(900));
const file = await packOpen(script);

Deno.test("a packed file with something after it unpacks to both, whatever it is", () => {
  const some = fc.uint8Array({ maxLength: 3000 });

  fc.assert(fc.property(some, (drawn) => {
    const more = new Uint8Array(drawn);
    const both = new Uint8Array([...script, ...more]);

    assert.deepEqual(new Uint8Array(brotliDecompressSync(packedWith(file, more, "br"))), both);
    assert.deepEqual(new Uint8Array(gunzipSync(packedWith(file, more, "gzip"))), both);
    assert.deepEqual(packedWith(file, more, "identity"), both);
  }));
});

Deno.test("what is appended may be as long as a block, and no longer", () => {
  const longest = new Uint8Array(mostAppended).fill(65);

  const unpacked = brotliDecompressSync(packedWith(file, longest, "br"));

  assert.equal(unpacked.length, script.length + mostAppended);
  assert.equal(gunzipSync(packedWith(file, longest, "gzip")).length, unpacked.length);
  assert.throws(() => packedWith(file, new Uint8Array(mostAppended + 1), "br"), RangeError);
});

Deno.test("appending costs the file nothing of its tightness", () => {
  const more = encode("globalThis.form = {};");

  const packed = packedWith(file, more, "br");

  assert.ok(packed.length <= brotliCompressSync(script).length + more.length + 8);
});
