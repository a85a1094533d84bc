interface Asked {
  headers?: Record<string, string>;
  body?: object;
}

/** Of what was made or read, the fields that whoever builds a stage goes on with. */
export interface Made {
  id: string;
  secret: string;
  token: string;
  guests: { id: string }[];
  notes: { id: string }[];
}

/** Asks a server over HTTP, from an address of its own each time; throws when it refuses. */
export interface Ask {
  (what: string, asked?: Asked): Promise<Made>;
  answer(what: string, asked?: Asked): Promise<Response>;
}

export function askingFrom(server: string): Ask {
  async function answer(what: string, { headers = {}, body }: Asked = {}): Promise<Response> {
    const [method = "GET", path = "/"] = what.split(" ");
    const from = [...crypto.getRandomValues(new Uint8Array(3))].join(".");
    const response = await fetch(server + path, {
      method,
      headers: {
        ...headers,
        "x-forwarded-for": `10.${from}`,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`);
    return response;
  }
  return Object.assign(
    async (what: string, asked?: Asked): Promise<Made> => {
      const text = await (await answer(what, asked)).text();
      return JSON.parse(text || "{}");
    },
    { answer },
  );
}
