import type { Line, Summary } from "../../widget/summary.ts";
import { markup, type Piece } from "./markup.ts";

/** A reply as it reads; `change` draws the way back to a part of it, named by its page. */
export function drawSummary(
  { coming, guests, answers, note }: Summary,
  change: (page: string, name: string) => Piece | "" = () => "",
): Piece {
  const word = note ? markup`<blockquote dir="auto">${note}</blockquote>` : "";
  return markup`
    ${
    coming.length > 0
      ? drawTold(
        markup`${coming.map((sentence) => markup`<p>${sentence}</p>`)}`,
        change("coming", ""),
      )
      : ""
  }
    ${
    guests.map(({ guestId, name, kitchen, answers }) =>
      drawTold(
        markup`<h2><bdi>${name}</bdi></h2>
        ${kitchen ? markup`<p>${kitchen}</p>` : ""}${answers.map(drawLine)}`,
        change(guestId, name),
      )
    )
  }
    ${
    answers.length > 0 || note
      ? drawTold(markup`${answers.map(drawLine)}${word}`, change("questions", ""))
      : ""
  }`;
}

/** A part of a reply, and the way to change it. */
export function drawTold(body: Piece, change: Piece | ""): Piece {
  return markup`<div class="told"><div>${body}</div>${change}</div>`;
}

function drawLine({ question, answer }: Line): Piece {
  return markup`<p><span class="quiet"><bdi>${question}</bdi></span><br><bdi>${answer}</bdi></p>`;
}
