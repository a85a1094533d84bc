import type { ProblemBody, ProblemCode } from "../../shared/problems.ts";

/** What the form notices by itself, before or without the server. */
export type OwnTrouble =
  | "unreachable"
  | "not-found-again"
  | "name-missing"
  | "coming-missing"
  | "meal-missing"
  | "severity-missing"
  | "allergen-missing"
  | "kitchen-missing";

export type TroubleCode = ProblemCode | OwnTrouble;

/** Where on the form the trouble is; empty: with the whole page. */
export interface Place {
  guestId?: string;
  eventId?: string;
  courseId?: string;
  questionId?: string;
  /** Also `any`: whether there is anything at all for the kitchen. */
  allergen?: string;
}

/** Something that the guest should know, and where. */
export interface Trouble extends Place {
  code: TroubleCode;
  /** The couple's own words, where the server hands them on. */
  detail?: string;
  /** Seats that are left. */
  left?: number;
  /** Seconds to wait before trying again. */
  after?: number;
  /** What the server wants solved first. */
  challenge?: unknown;
}

/** What the server's problem means to the form. */
export function troubleFrom(body: Partial<ProblemBody>, after?: number): Trouble {
  const { code = "unexpected", detail, left, challenge } = body;
  return {
    code,
    ...(typeof detail === "string" && { detail }),
    ...(typeof left === "number" && { left }),
    ...(after !== undefined && { after }),
    ...(challenge !== undefined && { challenge }),
    ...placeIn(body),
  };
}

/** Whether the invitation has to be opened again. */
export function endsVisit({ code }: Trouble): boolean {
  return code === "visit-expired" || code === "party-not-found" || code.startsWith("link-");
}

function placeIn(body: Partial<ProblemBody>): Place {
  const place: Place = {};
  for (const key of ["guestId", "eventId", "courseId", "questionId"] as const) {
    const value = body[key];
    if (typeof value === "string") place[key] = value;
  }
  return place;
}
