import { limits } from "./limits.ts";
import type { Notice, NoticeCode } from "./table.ts";

/** Notices of one file; of each code so many, then a number. */
export function createNotices() {
  const kept: Notice[] = [];
  const seen = new Map<NoticeCode, number>();

  return {
    add(notice: Notice): void {
      const count = (seen.get(notice.code) ?? 0) + 1;
      seen.set(notice.code, count);
      if (count > limits.notices) return;
      kept.push(notice.value === undefined ? notice : { ...notice, value: shorten(notice.value) });
    },
    list(): Notice[] {
      const more = [...seen].filter(([, count]) => count > limits.notices).map((
        [code, count],
      ): Notice => ({ code: "and-more", value: `${code}: ${count - limits.notices}` }));
      return [...kept, ...more];
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;

function shorten(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200).toWellFormed()}…` : value;
}
