import type { Limit, Suspicion } from "../http/limits.ts";

/** How often something may be called, and from when on only with a proof. */
export interface Pace {
  limits: Limit[];
  suspicion: Suspicion;
}

/**
 * Looking for an invitation. A hotel, or a whole wedding, may sit behind one address: with proofs they all get through.
 * Whoever guesses names or the last digits of a telephone must find it slow: wrong answers are counted apart.
 */
export const finding: Pace = {
  limits: [{ per: "address", calls: 3000, seconds: 600 }],
  suspicion: {
    free: [{ per: "address", calls: 8, seconds: 600 }],
    proven: [
      { per: "address", calls: 300, seconds: 600 },
      { per: "address", calls: 2000, seconds: 86_400 },
    ],
    misses: {
      codes: ["invitation-not-found"],
      limits: [
        { per: "address", calls: 200, seconds: 86_400 },
        { per: "site", calls: 120, seconds: 600 },
      ],
    },
  },
};

/** Notes to the couple: each is read by a person. */
export const noting: Pace = {
  limits: [{ per: "address", calls: 600, seconds: 3600 }],
  suspicion: {
    free: [
      { per: "address", calls: 5, seconds: 3600 },
      { per: "site", calls: 40, seconds: 3600 },
    ],
    proven: [{ per: "address", calls: 60, seconds: 3600 }],
  },
};

/** The same without script, where nobody can bring a proof: slow, and never refused for good. */
export const withoutScript = {
  find: [
    { per: "address", calls: 8, seconds: 600 },
    { per: "address", calls: 60, seconds: 86_400 },
    { per: "site", calls: 120, seconds: 600 },
  ],
  note: [
    { per: "address", calls: 5, seconds: 3600 },
    { per: "site", calls: 40, seconds: 3600 },
  ],
} satisfies Record<string, Limit[]>;

/** Beside those, for whoever filled in what no person sees: a person whose browser did gets through. */
export const trapped: Limit[] = [{ per: "address", calls: 2, seconds: 600 }];
