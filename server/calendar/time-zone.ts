import { contentLine } from "./content-line.ts";

/** A clock that is put forward or back. Offsets are milliseconds ahead of UTC. */
interface Shift {
  at: number;
  from: number;
  to: number;
  /** How a zone's clock stands where the years that are looked at begin: no shift of its own. */
  standing?: true;
}

const day = 86_400_000;

/**
 * The zone's VTIMEZONE, right for the years around these moments: as yearly rules where the zone keeps any, as single
 * shifts where it does not (Ramadan in Morocco moves every year).
 */
export function timeZone(zone: string, moments: readonly number[]): string {
  const near = moments.map((moment) => new Date(moment).getUTCFullYear())
    .flatMap((year) => [year - 1, year, year + 1]);
  const years = [...new Set(near)].sort((a, b) => a - b);
  const shifts = shiftsIn(years, offsetsOf(zone));
  const rules = rulesOf(shifts, years.length);
  return [
    contentLine("BEGIN", "VTIMEZONE"),
    contentLine("TZID", zone),
    ...(rules ?? shifts.map((shift) => ({ shift, rule: "" }))).flatMap(observance),
    contentLine("END", "VTIMEZONE"),
  ].join("");
}

function observance({ shift: { at, from, to }, rule }: { shift: Shift; rule: string }): string[] {
  const kind = to > from ? "DAYLIGHT" : "STANDARD";
  return [
    contentLine("BEGIN", kind),
    contentLine("DTSTART", new Date(at + from).toISOString().slice(0, 19).replace(/[-:]/g, "")),
    contentLine("TZOFFSETFROM", offsetText(from)),
    contentLine("TZOFFSETTO", offsetText(to)),
    ...(rule ? [contentLine("RRULE", rule)] : []),
    contentLine("END", kind),
  ];
}

/** Two shifts, each on the same weekday of the same month every year; undefined where that is not so. */
function rulesOf(shifts: readonly Shift[], years: number) {
  const kinds = [
    ...Map.groupBy(shifts.filter(({ standing }) => !standing), ({ from, to }) => `${from} ${to}`)
      .values(),
  ];
  if (kinds.length !== 2) return undefined;
  const rules = kinds.flatMap((kind) => {
    const rule = kind.length === years &&
      yearlyRule(kind.map(({ at, from }) => new Date(at + from)));
    const [shift] = kind;
    return shift && rule ? [{ shift, rule }] : [];
  });
  return rules.length === 2 ? rules : undefined;
}

function yearlyRule(locals: Date[]): string | undefined {
  const same = (part: (local: Date) => unknown) => new Set(locals.map(part)).size === 1;
  const week = (local: Date) => Math.ceil(local.getUTCDate() / 7);
  const isLast = (local: Date) =>
    new Date(local.getTime() + 7 * day).getUTCMonth() !== local.getUTCMonth();
  const [first] = locals;
  const steady = same((local) => local.getUTCMonth()) && same((local) => local.getUTCDay()) &&
    same((local) => local.getTime() % day);
  const place = locals.every(isLast) ? -1 : same(week) ? first && week(first) : undefined;
  if (!first || !steady || !place) return undefined;
  const weekday = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][first.getUTCDay()];
  return `FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1};BYDAY=${place}${weekday}`;
}

function shiftsIn(years: readonly number[], offsetAt: (moment: number) => number): Shift[] {
  const shifts: Shift[] = [];
  for (const year of years) {
    const end = Date.UTC(year + 1);
    let at = Date.UTC(year);
    let from = offsetAt(at);
    if (!years.includes(year - 1)) {
      shifts.push({ at, from: shifts.at(-1)?.to ?? from, to: from, standing: true });
    }
    while (at < end) {
      // No clock is put forward and back within a week.
      const next = Math.min(at + 7 * day, end);
      const to = offsetAt(next);
      if (to !== from) shifts.push({ at: secondOf(at, next, to, offsetAt), from, to });
      at = next;
      from = to;
    }
  }
  return shifts;
}

/** The first second between two moments at which the offset is the later one's. */
function secondOf(
  before: number,
  after: number,
  offset: number,
  offsetAt: (moment: number) => number,
): number {
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

function offsetsOf(zone: string): (moment: number) => number {
  // What `wallClock` shows, by a formatter that is made once: hundreds of moments are looked at.
  const clock = new Intl.DateTimeFormat("sv", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  return (moment) => {
    const shown = clock.format(moment).replace(" ", "T").padStart(19, "0");
    return Date.parse(`${shown}Z`) - moment;
  };
}

function offsetText(offset: number): string {
  const digits = new Date(Math.abs(offset)).toISOString().slice(11, 19).replace(/:/g, "");
  return `${offset < 0 ? "-" : "+"}${digits.replace(/00$/, "")}`;
}
