import { type ProblemCode, problems } from "../shared/problems.ts";

/** Whatever keeps a request from being done and that its sender can understand; becomes RFC 9457 in one place. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly more: Record<string, unknown>;
  /** Seconds until trying again makes sense. */
  readonly retryAfter: number | undefined;

  /** `detail` is a sentence for whoever sent the request; `more` are fields that point at the trouble. */
  constructor(
    code: ProblemCode,
    detail?: string,
    more: Record<string, unknown> = {},
    retryAfter?: number,
  ) {
    super(detail ?? problems[code].title);
    this.code = code;
    this.more = more;
    this.retryAfter = retryAfter;
  }
}
