import { type Following, followStream } from "./follow-stream.ts";

/** Follows a party's saved reply, so that two phones agree, and returns how to stop. */
export function followParty(
  { onReply, ...line }: Following & {
    /** The party's reply changed; without a number: it may have. */
    onReply: (changeNumber?: number) => void;
  },
): () => void {
  return followStream(line, {
    onEvent({ name, data }) {
      if (name === "reply") onReply(numberIn(data));
      if (name === "reset") onReply();
    },
    onAgain: onReply,
  });
}

function numberIn(data: string): number | undefined {
  const { changeNumber } = JSON.parse(data);
  return typeof changeNumber === "number" ? changeNumber : undefined;
}
