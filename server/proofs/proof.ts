import { z } from "zod";

const hex = (characters: number) => z.string().regex(/^[0-9a-f]+$/).length(characters);

// As `makeChallenge` makes them: anything else was never signed.
const proofSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal("PBKDF2/SHA-256"),
      cost: z.int().positive(),
      expiresAt: z.int().positive(),
      keyLength: z.literal(32),
      keyPrefix: hex(32),
      keySignature: hex(64),
      nonce: hex(32),
      salt: hex(32),
    }),
    signature: hex(64),
  }),
  solution: z.strictObject({
    counter: z.int().min(0).max(0xffffffff),
    derivedKey: hex(64),
    /** What ALTCHA's library adds: milliseconds that it took. */
    time: z.number().exactOptional(),
  }),
});
export type Proof = z.infer<typeof proofSchema>;

/** The `Proof` header: ALTCHA's payload, JSON in base64. Undefined: it is none. */
export function readProof(header: string): Proof | undefined {
  if (header.length > 4000) return undefined;
  try {
    return proofSchema.parse(JSON.parse(atob(header)));
  } catch {
    return undefined;
  }
}
