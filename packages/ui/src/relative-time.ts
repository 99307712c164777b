/** A moment: an ISO 8601 string, milliseconds since 1970, or a Date. */
export type Moment = string | number | Date;

type Wording = { locale?: string | undefined; timeZone?: string | undefined };

/**
 * The language of the page, in the regional form the browser prefers. A time stands inside a sentence: a browser set to
 * German reads an English page's times in English, and one set to `en-GB` reads them in British order.
 */
export function pageLocale(page = pageLanguage(), preferred = browserLanguages()): string {
  return preferred.find((tag) => languageOf(tag) === languageOf(page)) ?? page;
}

const browserLanguages = (): readonly string[] => globalThis.navigator?.languages ?? [];
const pageLanguage = () => globalThis.document?.documentElement.lang || "en";
const languageOf = (tag: string) => tag.split("-")[0]?.toLowerCase();

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A moment as a person says it: "3 min ago", "in 58 min" within a day of now, and a date beyond it.
 * `staysTrueMs` is how long the words hold; null when they no longer change by the minute.
 */
export function relativeTime(at: Moment, now: number, { locale = pageLocale(), timeZone }: Wording = {}) {
  const distance = new Date(at).getTime() - now;
  const away = Math.abs(distance);
  if (away >= day) return { text: shortDate(at, now, { locale, timeZone }), staysTrueMs: null };
  const [unit, size] = unitFor(away);
  if (unit === "second" && away < 5 * second) return { text: "just now", staysTrueMs: second };
  // Counting down is floored and counting up too, so "in 1 min" is never promised for longer than it lasts.
  const count = Math.trunc(distance / size);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });
  // American English writes "min." with a full stop, which reads as the end of a sentence in a table.
  return { text: format.format(count, unit).replace(".", ""), staysTrueMs: unit === "second" ? second : 10 * second };
}

/** The moment in full, with the zone it is told in. */
export function exactTime(at: Moment, { locale = pageLocale(), timeZone }: Wording = {}): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long", timeZone }).format(new Date(at));
}

/** The day alone, for a sentence: "21 December 2026". */
export function dayText(at: Moment, { locale = pageLocale(), timeZone }: Wording = {}): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(new Date(at));
}

function unitFor(away: number): ["second" | "minute" | "hour", number] {
  if (away < minute) return ["second", second];
  if (away < hour) return ["minute", minute];
  return ["hour", hour];
}

function shortDate(at: Moment, now: number, { locale, timeZone }: Wording): string {
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
