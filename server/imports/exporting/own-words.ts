import type { Age } from "../../../shared/events.ts";

/** The words in the reply columns of our own files. */
export const replyWords = {
  attending: "attending",
  declined: "declined",
  unsure: "not sure yet",
  pending: "no reply yet",
  "not-invited": "not invited",
} as const;
export type OwnReply = keyof typeof replyWords;

export const seatWords = { named: "named", open: "open" } as const;

export const ageWords = {
  adult: "adult",
  child: "child",
  infant: "infant",
} as const satisfies Record<Age, string>;

export const answerWords = { yes: "yes", no: "no" } as const;
