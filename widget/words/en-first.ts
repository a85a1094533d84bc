import type { FirstWords } from "./words.ts";

/** Travels with the script: the first step says nothing else. */
export const words: FirstWords = {
  loading: "The reply form is on its way.",
  awayHeading: "One moment",
  retry: "Try again",

  findHeading: "Will you join us?",
  nameLabel: "Your name",
  nameHint: "As it is written on your invitation",
  secondFactLabel: "One more thing, so that we open the right one",
  secondFactHint:
    "The last four digits of your phone, your email address, or the code on your card",
  find: "Find my invitation",
  finding: "Looking …",
  waitingButton: "Waiting for the line …",
  linkOnly:
    "Please open the personal link on your invitation: it brings you straight to your reply.",
  replyBy: (date) => `We’d love to know by ${date}.`,
  lateHint: (date) => `We asked for replies by ${date}, and we are still glad to have yours.`,
  counter: (attending, shown) =>
    attending === 1 ? "One guest will be there" : `${shown} guests will be there`,

  problems: {
    "unreachable": "We can’t reach the server just now. We keep trying.",
    "unexpected": "Something went wrong on our side. Nothing is lost: please try once more.",
    "name-missing": "Please tell us the name.",
  },
};
