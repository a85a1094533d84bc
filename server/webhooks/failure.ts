import { AddressRefused } from "./address.ts";
import { NotHttp } from "./not-http.ts";

/** Why a delivery has no answer. */
export type Unanswered =
  | "refused-address"
  | "dns"
  | "connection"
  | "tls"
  | "reset"
  | "not-http"
  | "timeout"
  | "too-slow"
  | "stopped";

/** How far an exchange had come. */
export type Phase = "connecting" | "securing" | "waiting" | "reading";

/** A sentence for whoever runs the receiver; never an address that was not theirs to know. */
export interface Failure {
  reason: Unanswered;
  detail: string;
}

export const stopped: Failure = {
  reason: "stopped",
  detail: "The delivery was stopped before an answer came.",
};

export function explainError(error: unknown, phase: Phase): Failure {
  if (error instanceof AddressRefused) {
    const reason = error.reason === "unresolvable" ? "dns" : "refused-address";
    return failure(reason, error.message, error.cause);
  }
  if (phase === "connecting") return failure("connection", "No connection could be made.", error);
  if (phase === "securing") return failure("tls", "No trusted TLS connection.", error);
  if (error instanceof NotHttp) return failure("not-http", "The answer is not HTTP.", error);
  return failure("reset", "The connection ended before the answer did.", error);
}

const awaited: Record<Phase, string> = {
  connecting: "No connection",
  securing: "No TLS connection",
  waiting: "No answer",
  reading: "No end of the answer",
};

export function explainTimeout(phase: Phase, timeoutMs: number): Failure {
  return {
    reason: phase === "reading" ? "too-slow" : "timeout",
    detail: `${awaited[phase]} within ${timeoutMs / 1000} s.`,
  };
}

function failure(reason: Unanswered, sentence: string, error: unknown): Failure {
  const code = codeOf(error);
  return { reason, detail: code ? `${sentence} (${code})` : sentence };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
