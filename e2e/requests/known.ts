import fc from "fast-check";
import { trapField } from "../../shared/party.ts";
import type { Known } from "./from-schema.ts";
import type { World } from "./world.ts";

const zones = ["Europe/Lisbon", "America/New_York", "Pacific/Chatham", "Asia/Kathmandu"];

/** What this world has: its own ids most of the time, another wedding's, and some that nobody has. */
export function ofWedding({ weddings: [first, ...others] }: World): Known {
  return {
    idOf(kind) {
      return fc.oneof(
        { weight: 24, arbitrary: oneOf(kind, () => first.ids[kind]) },
        { weight: 2, arbitrary: oneOf(kind, () => others.flatMap(({ ids }) => ids[kind] ?? [])) },
        fc.stringMatching(new RegExp(`^${kind}_[0-9a-z]{1,32}$`)),
      );
    },
    named: {
      zone: fc.constantFrom(...zones),
      languages: fc.subarray(["en", "pt", "de", "ar", "cy"], { minLength: 1 }),
      slug: fc.stringMatching(/^[a-z]{4}-[a-z0-9]{8}$/),
      // Deliveries must reach nobody: this machine, or names that no DNS will ever have.
      url: fc.constantFrom("http://127.0.0.1:1/hook", "https://kitchen.invalid/hook"),
      [trapField]: fc.constant(""),
      mail: fc.stringMatching(/^[a-z]{1,9}@people\.example$/),
      phone: fc.constantFrom("+351 912 345 678", "0912 345 678"),
    },
  };
}

/** Which one is told when the request is made: ids come and go. */
function oneOf(kind: string, idsNow: () => string[] | undefined): fc.Arbitrary<string> {
  return fc.nat().map((at) => {
    const ids = idsNow() ?? [];
    return ids[at % ids.length] ?? `${kind}_0000000000000000`;
  });
}
