import { readMark } from "../answers/marks.ts";
import { readReply } from "../answers/read-reply.ts";
import type { ImportInvited, ImportWords } from "../parties.ts";
import type { Tell } from "../problems.ts";
import type { Cell, RowCells } from "./cells-of-row.ts";
import type { EventColumns } from "./event-columns.ts";

/** How many guests a row has, named ones and seats. */
export interface Heads {
  named: number;
  seats: number;
}

/** What a row says of one event, for its named guests and for its open seats. */
export interface RowReply {
  event: string;
  named: ImportInvited;
  seats: ImportInvited;
  /** Of a grid: so many are invited. */
  most: number | null;
}

/** What a row says of each event that the file has columns for. */
export function repliesOfRow(
  cells: RowCells,
  { events }: EventColumns,
  heads: Heads,
  notes: ImportWords[],
  tell: Tell,
): RowReply[] {
  const someInvited = events.some(({ invited }) => invited);
  return events.flatMap(({ id, invited, reply, blankIsNo }) => {
    const all = invited || !someInvited;
    const about = cells.every.filter(({ field }) =>
      "event" in field && (field.event === id || (all && field.event === "every"))
    );
    const invitation = invitationIn(about, invited, tell);
    const answer = replyIn(about, cells.number, heads, notes, tell);
    const most = invitation.most;
    if (answer === undefined) {
      if (invitation.said !== undefined) {
        const said = invitation.said ? "invited" as const : "not-invited" as const;
        return [{ event: id, named: said, seats: said, most }];
      }
      if (!reply || !all) return [];
      const said = blankIsNo ? "not-invited" as const : "pending" as const;
      return [{ event: id, named: said, seats: said, most }];
    }
    if (invitation.said === false && answer.named !== "not-invited" && answer.named !== "pending") {
      const { column, value } = answer;
      // A reply to the whole invitation is none to an event that is not on it.
      if ("event" in column.field && column.field.event === "every") {
        return [{ event: id, named: "not-invited" as const, seats: "not-invited" as const, most }];
      }
      tell("replied-uninvited", { column, value });
    } else if (invitation.said === false) {
      return [{ event: id, named: "not-invited" as const, seats: "not-invited" as const, most }];
    }
    return [{ event: id, named: answer.named, seats: answer.seats, most }];
  });
}

/** A row that invites nobody: to no event, but where somebody has replied all the same. */
export function withoutInvitations(
  replies: readonly RowReply[],
  cells: RowCells,
  events: readonly { id: string }[],
  { named, seats }: Heads,
  tell: Tell,
): RowReply[] {
  const kept = new Map(
    replies.filter((reply) => isAnswer(reply.named)).map((reply) => [reply.event, reply]),
  );
  const [count] = cells.row("invited-count");
  const about = { column: count?.column, value: count?.text ?? "" };
  if (kept.size > 0) tell("replied-uninvited", about);
  if (kept.size === 0 || kept.size < events.length) {
    tell("none-invited", { ...about, parameters: { count: named + seats } });
  }
  return events.map(({ id }) =>
    kept.get(id) ?? { event: id, named: "not-invited", seats: "not-invited", most: null }
  );
}

// An empty cell of a column of invitations says no; -1 in a grid is as many as they like.
function invitationIn(about: readonly Cell[], asked: boolean, tell: Tell) {
  let said: boolean | undefined = asked ? false : undefined;
  let most: number | null = null;
  for (const { field, text, column } of about) {
    if (field.kind === "seats") {
      const count = /^-?\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
      if (count === undefined) {
        const mark = readMark(text);
        if (mark === undefined) tell("invitation-not-known", { column, value: text });
        said = mark ?? true;
      } else {
        said = count !== 0;
        most = count > 0 ? count : null;
      }
    }
    if (field.kind === "invited") {
      const number = /^\d{1,2}$/.test(text.trim()) ? Number(text) > 0 : undefined;
      const mark = number ?? readMark(text);
      if (mark === undefined) tell("invitation-not-known", { column, value: text });
      said = mark ?? true;
    }
  }
  return { said, most };
}

interface Answer {
  named: ImportInvited;
  seats: ImportInvited;
  column: Cell["column"];
  value: string;
}

function replyIn(
  about: readonly Cell[],
  row: number,
  heads: Heads,
  notes: ImportWords[],
  tell: Tell,
): Answer | undefined {
  let answer: Answer | undefined;
  // A number of who attends says the same as a reply, so it only counts it.
  const number = about.find(({ field }) => field.kind === "attending-count");
  for (const cell of about) {
    const { field, column, text } = cell;
    if (field.kind !== "reply" && field.kind !== "attending-count") continue;
    const { said, count, remark } = readReply(text);
    if (remark) notes.push({ row, label: column.header, text: remark });
    if (said === null) {
      tell("reply-not-known", { column, value: text });
      notes.push({ row, label: column.header, text });
    }
    const counted = field.kind === "reply" && count === null && said === "attending" && number
      ? readReply(number.text).count
      : count;
    const next = { ...byHeads(said ?? "pending", counted, heads, cell, tell), column, value: text };
    if (answer && isAnswer(answer.named) && isAnswer(next.named) && answer.named !== next.named) {
      tell("replies-differ", { column, value: text });
      answer = { ...next, named: "pending", seats: "pending" };
    } else if (!answer || isAnswer(next.named)) answer = next;
    if (counted !== count) break;
  }
  return answer;
}

function isAnswer(said: ImportInvited): boolean {
  return said === "attending" || said === "declined" || said === "unsure";
}

// Who of several comes is not guessed; a seat is taken when the count says so, or when it is all there is.
function byHeads(
  said: ImportInvited,
  count: number | null,
  { named, seats }: Heads,
  { column, text }: Cell,
  tell: Tell,
): { named: ImportInvited; seats: ImportInvited } {
  if (said !== "attending") return { named: said, seats: said };
  if (count !== null && count >= named + seats) return { named: said, seats: said };
  if (count !== null && count === named && named > 0) return { named: said, seats: "declined" };
  if (count !== null && count < named + seats && (count > 1 || named + seats > 1)) {
    tell("reply-of-some", { column, value: text, parameters: { count, seats: named + seats } });
    return { named: "pending", seats: "pending" };
  }
  if (named === 0 || seats === 0) return { named: said, seats: said };
  tell("seat-reply-unknown", { column, value: text });
  return { named: said, seats: "pending" };
}
