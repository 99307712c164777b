/** A moment: an ISO 8601 string, milliseconds since 1970, or a Date. */
export type Moment = string | number | Date;

type Wording = { timeZone?: string | undefined };

/**
 * How every page writes a day, in whatever region its reader is: as mails, rulings and legal pages do, whose sentences
 * stand beside it. Only the zone is the reader's.
 */
const locale = "en-GB";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A moment as a person says it: "3 min ago", "in 58 min" within a day of now, and a date beyond it.
 * `staysTrueMs` is how long the words hold; null when they no longer change by the minute.
 */
export function relativeTime(at: Moment, now: number, { timeZone }: Wording = {}) {
  const distance = new Date(at).getTime() - now;
  const away = Math.abs(distance);
  if (away >= day) return { text: shortDate(at, now, timeZone), staysTrueMs: null };
  const [unit, size] = unitFor(away);
  if (unit === "second" && away < 5 * second) return { text: "just now", staysTrueMs: second };
  // Counting down is floored and counting up too, so "in 1 min" is never promised for longer than it lasts.
  const count = Math.trunc(distance / size);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });
  return { text: format.format(count, unit), staysTrueMs: unit === "second" ? second : 10 * second };
}

/** The moment in full, with the zone it is told in: "21 November 2026 at 18:53:32 CET". */
export function exactTime(at: Moment, { timeZone }: Wording = {}): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone }).format(new Date(at));
}

/** The day alone, for a sentence: "21 December 2026". */
export function dayText(at: Moment, { timeZone }: Wording = {}): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(new Date(at));
}

/** A day of a calendar, `2026-12-21`, as the same words; it is that day in every zone. */
export function civilDayText(day: string): string {
  return dayText(`${day}T00:00:00Z`, { timeZone: "UTC" });
}

function unitFor(away: number): ["second" | "minute" | "hour", number] {
  if (away < minute) return ["second", second];
  if (away < hour) return ["minute", minute];
  return ["hour", hour];
}

function shortDate(at: Moment, now: number, timeZone: string | undefined): string {
  const date = new Date(at);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    ...(!isThisYear && { year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone,
  }).format(date);
}
