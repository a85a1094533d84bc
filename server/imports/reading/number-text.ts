import { dateFromSerial, format, getFormatDateInfo, isValidFormat } from "numfmt";

const lastDay = 2_958_466;
const days1904 = 1462;
// Excel takes no longer ones.
const longestPattern = 255;

/** How a style shows numbers. */
export type NumberStyle =
  | { kind: "general" }
  | { kind: "pattern"; pattern: string }
  | { kind: "date"; pattern: string; day: boolean; time: boolean };

export function numberStyle(pattern: string): NumberStyle {
  if (pattern === "" || /^(general|@)$/i.test(pattern)) return { kind: "general" };
  if (pattern.length > longestPattern || !isValidFormat(pattern)) return { kind: "general" };
  const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(pattern);
  const hasDay = year || month || day;
  const time = hours || minutes || seconds;
  if (hasDay || time) return { kind: "date", pattern, day: hasDay, time };
  return { kind: "pattern", pattern };
}

/** A number as the sheet shows it; dates as ISO text, and never digits fewer than there are. */
export function numberText(number: number, style: NumberStyle, { since1904 = false } = {}): string {
  if (style.kind === "general") return generalText(number);
  if (style.kind === "date") {
    const serial = since1904 ? number + days1904 : number;
    if (serial < 0 || serial >= lastDay) return generalText(number);
    return dateText(serial, style);
  }
  const shown = format(style.pattern, number, { throws: false }).trim();
  // 4.48E+11, and formats that hide what is in the cell.
  return shown === "" || /\dE[+-]\d/.test(shown) ? generalText(number) : shown;
}

function generalText(number: number): string {
  // 0.1 + 0.2 is 0.3 in a sheet; whole numbers are written out: they are telephone numbers.
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}

function dateText(serial: number, style: { pattern: string; day: boolean; time: boolean }): string {
  // [h]:mm, a length of time and no moment.
  if (!style.day && serial >= 1) return format(style.pattern, serial, { throws: false });
  const [year, month, day, hour, minute, second] = dateFromSerial(serial);
  const date = [String(year).padStart(4, "0"), two(month), two(day)].join("-");
  const clock = [two(hour), two(minute), ...second ? [two(second)] : []].join(":");
  if (!style.day) return clock;
  return style.time && hour + minute + second > 0 ? `${date}T${clock}` : date;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
