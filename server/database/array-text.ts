/** Writes a Postgres array literal: `{"a",NULL,"b"}`. `write` gives the text of one element. */
export function writeArray(values: readonly unknown[], write: (value: unknown) => string): string {
  const elements = values.map((value) => {
    if (value === null) return "NULL";
    return `"${write(value).replace(/[\\"]/g, "\\$&")}"`;
  });
  return `{${elements.join(",")}}`;
}

/** Reads a Postgres array literal, nested ones too. */
export function readArray(text: string, read: (text: string) => unknown): unknown[] {
  let at = text.indexOf("{") + 1;

  function quoted(): string {
    let content = "";
    for (at++; text[at] !== '"'; at++) {
      if (text[at] === "\\") at++;
      content += text[at];
    }
    at++;
    return content;
  }

  function element(): unknown {
    if (text[at] === "{") {
      at++;
      return elements();
    }
    if (text[at] === '"') return read(quoted());
    const from = at;
    while (text[at] !== "," && text[at] !== "}") at++;
    const bare = text.slice(from, at);
    return bare === "NULL" ? null : read(bare);
  }

  function elements(): unknown[] {
    const found: unknown[] = [];
    while (text[at] !== "}") {
      found.push(element());
      if (text[at] === ",") at++;
    }
    at++;
    return found;
  }

  return elements();
}
