import { encode, head, hungUp } from "../../server/webhooks/testdata/raw-receiver.ts";

/** A receiver that is not one to rely on, and what the log of attempts must say of the first try. */
export interface BadReceiver {
  name: string;
  /** Speaks raw TCP; `trap` is an address on this machine that nobody may be led to. */
  talk?: (connection: Deno.Conn, trap: string) => Promise<unknown>;
  /** Instead: HTTPS with a certificate that nobody vouches for. */
  secure?: true;
  status: number | null;
  problem?: RegExp;
  /** Bytes of the answer that are kept. */
  answer?: number;
  /** Seconds until the next try, at least. */
  waits?: number;
  /** At least so long is the first try, in seconds; none may take longer than 16. */
  takes?: number;
}

const said = (status: string, headers = "", body = "") =>
  encode(`HTTP/1.1 ${status}\r\n${headers}content-length: ${body.length}\r\n\r\n${body}`);
const never = (connection: Deno.Conn) => hungUp(connection);

export const badReceivers: BadReceiver[] = [
  {
    name: "answers 500",
    talk: (connection) => connection.write(said("500 Oh", "", "kitchen on fire")),
    status: 500,
    answer: 15,
    waits: 4,
  },
  {
    name: "asks for ten minutes",
    talk: (connection) => connection.write(said("429 Slow", "retry-after: 600\r\n")),
    status: 429,
    waits: 600,
  },
  {
    name: "hangs",
    talk: never,
    status: null,
    problem: /^timeout: No answer within 15 s\.$/,
    takes: 15,
  },
  {
    name: "drips a byte a second",
    async talk(connection) {
      await connection.write(encode(`${head}content-length: 10000\r\n\r\n`));
      while (true) {
        await connection.write(encode("x"));
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    },
    status: null,
    problem: /^too-slow: No end of the answer within 15 s\.$/,
    takes: 15,
  },
  {
    name: "sends 10 MB",
    async talk(connection) {
      const body = new Uint8Array(10_000_000).fill(120);
      await connection.write(
        encode(`HTTP/1.1 500 Much\r\ncontent-length: ${body.length}\r\n\r\n`),
      );
      for (let rest = body; rest.length > 0;) {
        rest = rest.subarray(await connection.write(rest));
      }
    },
    status: 500,
    answer: 20_000,
  },
  {
    name: "redirects to this machine",
    talk: (connection, trap) => connection.write(said("302 There", `location: ${trap}\r\n`)),
    status: 302,
    answer: 0,
  },
  {
    name: "hangs up in mid-body",
    talk: (connection) => connection.write(encode(`${head}content-length: 100\r\n\r\nhalf`)),
    status: null,
    problem: /^reset: The connection ended before the answer did/,
  },
  {
    name: "has a wrong certificate",
    secure: true,
    status: null,
    problem: /^tls: No trusted TLS connection\. \([A-Z_]+\)$/,
  },
];
