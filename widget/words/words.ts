import type { Allergen, Diet, Severity } from "../../shared/kitchen.ts";
import type { ProblemCode } from "../../shared/problems.ts";
import type { OwnTrouble } from "../session/trouble.ts";

/** What a phrase about a trouble may want to mention. */
export interface About {
  /** The couple, "Emma & James". */
  names: string;
  guest: string;
  event: string;
  /** Seats that are left. */
  left: number;
  /** Where the page is served from. */
  page: string;
  site: string;
}

export type TroublePhrase = string | ((about: About) => string);

/** Codes that a guest never meets: of members' and vendors' routes, or of requests the form does not make. */
type NotForGuests =
  | "invalid-json"
  | "idempotency-key-missing"
  | "unsupported-type"
  | "method-not-allowed"
  | `sign-in-${string}`
  | "not-allowed"
  | "not-same-site"
  | `${"member" | "key" | "note" | "vendor" | "endpoint" | "delivery"}-not-found`
  | "event-has-replies"
  | "in-use"
  | "slug-taken"
  | "member-exists"
  | "last-guest"
  | "last-owner"
  | "endpoint-disabled"
  | "address-refused"
  | "subscription-not-granted";

/** Every problem that a guest can meet: a new code does not compile until it has words. */
export type GuestTrouble = Exclude<ProblemCode, NotForGuests> | OwnTrouble;

/** Every phrase of the form. A language is complete or it does not compile. */
export interface Words {
  findHeading: string;
  nameLabel: string;
  nameHint: string;
  secondFactLabel: string;
  secondFactHint: string;
  find: string;
  finding: string;
  linkOnly: string;
  replyBy: (date: string) => string;
  lateHint: (date: string) => string;
  counter: (attending: number, shown: string) => string;

  askCouple: (names: string) => string;
  noteHeading: (names: string) => string;
  noteName: string;
  noteReach: string;
  noteReachHint: string;
  noteText: string;
  sendNote: string;
  sendingNote: string;
  noteSent: (names: string) => string;

  loading: string;
  awayHeading: string;
  retry: string;
  progress: (page: string, pages: string) => string;
  back: string;
  next: string;
  optional: string;
  yes: string;
  no: string;

  comingHeading: string;
  allComing: (guests: number) => string;
  noneComing: (guests: number) => string;
  oneByOne: string;
  willBeThere: string;
  cannotCome: string;
  seat: string;
  seatName: string;
  left: (left: number, shown: string) => string;
  full: string;
  zone: (city: string) => string;
  directions: string;
  restored: string;
  startAfresh: string;
  keepSaved: string;
  notYou: string;
  child: string;
  infant: string;

  mealsHeading: string;
  mealsOf: (name: string) => string;
  kitchenHeading: string;
  kitchenQuestion: string;
  kitchenNo: string;
  kitchenYes: string;
  dietsLabel: string;
  allergensLabel: string;
  howSerious: (allergen: string) => string;
  whichAllergen: string;
  kitchenNote: string;
  diets: Record<Diet, string>;
  allergens: Record<Allergen, string>;
  severities: Record<Severity, string>;

  questionsHeading: string;
  wordHeading: string;
  wordLabel: (names: string) => string;

  reviewHeading: string;
  change: string;
  changeComing: string;
  changeGuest: (name: string) => string;
  changeAnswers: string;
  send: (guests: number) => string;
  sending: string;
  waiting: string;
  takeBack: string;
  /** `guests`: how many the names are, for languages whose verbs agree. */
  comes: (names: string, events: string, guests: number) => string;
  staysAway: (names: string, guests: number) => string;
  misses: (names: string, events: string, guests: number) => string;
  suffers: (allergen: string, severity: Severity) => string;

  thanksHeading: string;
  thanksComing: string;
  thanksAway: string;
  savedHeading: string;
  answeredOn: (date: string) => string;
  notedOn: (names: string, date: string) => string;
  changeReply: (guests: number) => string;
  changedElsewhere: string;
  /** Said in an open reply that would overwrite what another device saved. */
  changedMeanwhile: string;
  showOther: string;
  unsent: string;
  resumeDraft: string;

  closedHeading: string;
  closedText: (names: string) => string;
  closedSaved: (names: string) => string;
  reachUs: string;

  problems: Record<GuestTrouble, TroublePhrase>;
}
