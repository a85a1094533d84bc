import { type Following, followStream } from "./follow-stream.ts";

/**
 * Follows the public number of guests who attend. Where the stream is blocked it gives up quietly; `again` opens it
 * once more.
 */
export function followCounter(
  { onCount, ...line }: Following & { onCount: (attending: number) => void },
) {
  let stop: (() => void) | undefined;
  const again = () => {
    stop ??= followStream(line, {
      onEvent({ name, data }) {
        const { attending } = JSON.parse(data);
        if (name === "counter" && Number.isInteger(attending)) onCount(attending);
      },
      onEnd: () => stop = undefined,
    });
  };
  again();
  return { again, stop: () => stop?.() };
}
