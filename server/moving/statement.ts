/** A statement whose tables and columns are known only when it runs; between two parts stands a value. */
export function statement(...parts: string[]): TemplateStringsArray {
  return Object.assign(parts, { raw: parts });
}
