import type { Row, Sheet } from "../imports/reading/table.ts";
import type { KnownWedding } from "../imports/recognising/field-of-header.ts";
import { recognise } from "../imports/recognising/recognise.ts";
import { understand, type Understood } from "../imports/understanding/understand.ts";

/** A wedding of these events, whose reception has a menu. */
export function aWedding(events = ["Ceremony", "Reception"], country = "US"): KnownWedding {
  const meals = ["Beef", "Sea bass"].map((name, at) => ({
    id: `meal_${at}` as const,
    name,
    for: "everyone" as const,
  }));
  const main = { id: "course_main" as const, name: "Main", meals };
  return {
    country,
    events: events.map((name) => ({
      id: `event_${name.toLowerCase().replace(/\W/g, "")}` as const,
      name,
      startsAt: "2027-06-05T15:00",
      courses: name === "Reception" ? [main] : [],
    })),
  };
}

/** A sheet of rows written with bars between the cells, the first of them the headers. */
export function aSheet(...lines: string[]): Sheet {
  const rows = lines.map((line, at): Row => ({
    number: at + 1,
    cells: line.split("|").map((cell) => cell.trim()),
  }));
  return { name: "Guests", rows };
}

export function understood(sheet: Sheet, wedding: KnownWedding = aWedding()): Understood {
  return understand(sheet, recognise(sheet, wedding), wedding);
}

/** Each party as its guests in words, an open seat as "–". */
export function peopleIn({ parties }: Understood): string[][] {
  return parties.map(({ guests }) => guests.map(({ name }) => name ?? "–"));
}
