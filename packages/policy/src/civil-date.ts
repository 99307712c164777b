const dayLength = 24 * 60 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant, as if it were UTC: what civil arithmetic is done on. */
export function wallClock(at: Date, zone: string): Date {
  const parts = formatFor(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const seconds = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return new Date(seconds + at.getUTCMilliseconds());
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, format);
  return format;
}

/** The instant at which a zone's clock shows the given wall clock. In the hour a spring change skips, the one after. */
export function instantOf(wall: Date, zone: string): Date {
  const offsetAt = (at: Date) => wallClock(at, zone).getTime() - at.getTime();
  const guess = new Date(wall.getTime() - offsetAt(wall));
  return new Date(wall.getTime() - offsetAt(guess));
}

/** The civil date in a zone at an instant: `2026-05-21`. */
export function civilDateIn(at: Date, zone: string): string {
  return wallClock(at, zone).toISOString().slice(0, 10);
}

/** The instant a civil day begins in a zone. Throws a `RangeError` for a day the calendar does not have. */
export function startOfDay(date: string, zone: string): Date {
  return instantOf(parseCivilDate(date), zone);
}

/** A civil date as UTC midnight. Throws a `RangeError` for `2026-02-31` and the like. */
export function parseCivilDate(date: string): Date {
  const parsed = new Date(`${date}T00:00:00.000Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a civil date: ${date}`);
  }
  return parsed;
}

/** Full years of life on a civil date. Who was born on 29 February turns a year older on 1 March of common years. */
export function ageOn(date: string, bornOn: string): number {
  parseCivilDate(bornOn);
  const years = Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** The same wall clock, whole days later. */
export function daysLater(wall: Date, days: number): Date {
  return new Date(wall.getTime() + days * dayLength);
}

const spelledDate = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A civil date as people write it: `5 December 2026`. */
export function spellDate(date: string): string {
  return spelledDate.format(parseCivilDate(date));
}

/** An instant as people write it, with the zone it is told in: `5 December 2026 at 14:30 UTC`. */
export function spellMoment(at: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: zone,
  }).format(at);
}

/**
 * The same day of a month `months` months away, before or after; where that month has no such day, its last one
 * (Regulation (EEC, Euratom) 1182/71, article 3(2)(c)). The time of day stays.
 */
export function monthsLater(wall: Date, months: number): Date {
  const month = wall.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const moved = new Date(wall);
  moved.setUTCFullYear(wall.getUTCFullYear(), month, Math.min(wall.getUTCDate(), lastDay));
  return moved;
}
