/** Thrown when what a receiver says is no answer by the rules of HTTP/1.1. */
export class NotHttp extends Error {
  override name = "NotHttp" as const;
  readonly code: string;
  constructor(code: string) {
    super(`The answer is not HTTP: ${code}`);
    this.code = code;
  }
}
