import type { WeddingEvent } from "../../../../shared/events.ts";
import type { Column } from "../../recognising/fields.ts";

export interface EventColumns {
  /** What the file has columns for, event by event. */
  events: EventColumn[];
  /** Columns about an event that nobody has chosen yet. */
  unchosen: Column[];
}

export interface EventColumn {
  id: string;
  courses: WeddingEvent["courses"];
  /** A column says who is invited: an empty cell says no. */
  invited: boolean;
  reply: boolean;
  /** In the column of replies an empty cell says: not invited. */
  blankIsNo: boolean;
}

export function eventColumns(
  columns: readonly Column[],
  events: readonly Pick<WeddingEvent, "id" | "courses">[],
): EventColumns {
  const known = new Set<string>(events.map(({ id }) => id));
  const found = events.map(({ id, courses }): EventColumn => {
    // A column without a word in it says nothing of anybody.
    const about = columns.filter(({ field, samples }) =>
      samples.length > 0 && "event" in field && (field.event === id || field.event === "every")
    );
    const has = (kind: string) => about.some(({ field }) => field.kind === kind);
    return {
      id,
      courses,
      invited: has("invited") || has("seats"),
      reply: has("reply"),
      blankIsNo: about.some(({ field }) => field.kind === "reply" && field.blank === "not-invited"),
    };
  });
  const unchosen = columns.filter(({ field }) =>
    "event" in field && field.event !== "every" && (field.event === null || !known.has(field.event))
  );
  return { events: found.filter((event) => isSaid(event, columns)), unchosen };
}

function isSaid(event: EventColumn, columns: readonly Column[]): boolean {
  return event.invited || event.reply ||
    columns.some(({ field }) =>
      field.kind === "attending-count" && (field.event === event.id || field.event === "every")
    );
}
