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
  | "nothing-to-attend"
  | "event-has-replies"
  | "in-use"
  | `file-${string}`
  | `too-many-${"rows" | "columns" | "imports"}`
  | `import-${string}`
  | "cell-too-long"
  | "slug-taken"
  | "member-exists"
  | "last-guest"
  | "last-owner"
  | "endpoint-disabled"
  | "address-refused"
  | "subscription-not-granted";

/** Every problem that a guest can meet: a new code does not compile until it has words. */
export type GuestTrouble =
  | Exclude<ProblemCode, NotForGuests>
  | OwnTrouble
  | "proof-needed"
  | "unsure-not-offered"
  | "not-found-again";

/** What can be in the way before anything else is loaded. */
export type FirstTrouble =
  | "unreachable"
  | "unexpected"
  | "name-missing";
export type LaterTrouble = Exclude<GuestTrouble, FirstTrouble>;

/** What the form says before an invitation is open. English has it in the script itself. */
export interface FirstWords {
  loading: string;
  awayHeading: string;
  retry: string;

  findHeading: string;
  nameLabel: string;
  nameHint: string;
  secondFactLabel: string;
  secondFactHint: string;
  find: string;
  finding: string;
  /** On a button whose request waits for the line. */
  waitingButton: string;
  linkOnly: string;
  replyBy: (date: string) => string;
  lateHint: (date: string) => string;
  counter: (attending: number, shown: string) => string;

  problems: Record<FirstTrouble, TroublePhrase>;
}

/** What it says from then on. English loads it while the name is typed. */
export interface LaterWords {
  proving: string;
  askCouple: (names: string) => string;
  noteHeading: (names: string) => string;
  noteName: string;
  noteReach: string;
  noteReachHint: string;
  noteText: string;
  sendNote: string;
  sendingNote: string;
  noteSent: (names: string) => string;

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
  notSure: string;
  seat: string;
  /** "Leo and your guest" */
  seatInSentence: string;
  seatName: string;
  left: (left: number, shown: string) => string;
  full: string;
  /** `clock`: the zone's name in this language; empty where it has none. */
  zone: (city: string, clock: string) => string;
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
  /** Over a reply that replaces a saved one: what was, and what will be. */
  changesHeading: string;
  before: string;
  after: string;
  nothingChanges: string;
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
  unsure: (names: string, events: string, guests: number) => string;
  suffers: Record<Severity, (allergen: string) => string>;

  thanksHeading: string;
  thanksComing: string;
  thanksAway: string;
  thanksUnsure: string;
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

  addToCalendar: string;
  calendarFile: string;
  calendarOf: (event: string, calendar: string) => string;
  keepLink: string;
  personalLink: string;

  withdraw: (guests: number) => string;
  withdrawSure: string;
  withdrawYes: string;
  withdrawNo: string;
  withdrawing: string;
  withdrawn: string;

  /** For browsers without our script. */
  plainForm: string;

  closedHeading: string;
  closedText: (names: string) => string;
  closedSaved: (names: string) => string;
  reachUs: string;

  problems: Record<LaterTrouble, TroublePhrase>;
}

/** Every phrase of the form. A language is complete or it does not compile. */
export interface Words extends FirstWords, LaterWords {
  problems: Record<GuestTrouble, TroublePhrase>;
}
