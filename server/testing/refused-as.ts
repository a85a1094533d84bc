import assert from "node:assert/strict";
import type { ProblemCode } from "../../shared/problems.ts";
import { Problem } from "../problem.ts";

/** For `assert.rejects`: a problem with this code, and at least these fields. */
export function refusedAs(code: ProblemCode, more: Record<string, unknown> = {}) {
  return (error: unknown): true => {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.code, code);
    assert.deepEqual({ ...error.more, ...more }, error.more);
    return true;
  };
}
