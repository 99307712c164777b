import { isBusinessDay } from "../business-days.ts";
import { daysLater, parseCivilDate } from "../civil-date.ts";

/**
 * The public holidays of the United States as 5 U.S.C. 6103(a) lists them, which the days of 17 U.S.C. 512(g) are counted by:
 * the act says "business days" and leaves the rest to the calendar. `01-01` is that day of each year, `Mon3-01` the third
 * Monday of January, `Mon-1-05` the last one of May. Inauguration Day is one in the District of Columbia only and left out.
 */
const holidays = [
  "01-01",
  "Mon3-01",
  "Mon3-02",
  "Mon-1-05",
  "06-19",
  "07-04",
  "Mon1-09",
  "Mon2-10",
  "11-11",
  "Thu4-11",
  "12-25",
] as const;

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * The civil dates of a year that are kept as federal holidays: a Saturday's on the Friday before (5 U.S.C. 6103(b)), a
 * Sunday's on the Monday after (Executive Order 11582). The Friday before a Saturday 1 January belongs to the year before.
 */
export function federalHolidays(year: number): ReadonlySet<string> {
  const kept = [year, year + 1].flatMap((each) => holidays.map((holiday) => isoDate(observed(dayOf(holiday, each)))));
  return new Set(kept.filter((date) => date.startsWith(`${year}-`)));
}

/** Whether a day, given as a wall clock, is neither a weekend's nor a federal holiday. */
export function isFederalBusinessDay(wall: Date): boolean {
  return isBusinessDay(wall) && !federalHolidays(wall.getUTCFullYear()).has(isoDate(wall));
}

function dayOf(holiday: string, year: number): Date {
  const [, weekday, place, month] = /^([A-Z][a-z]{2})(-?\d)-(\d\d)$/.exec(holiday) ?? [];
  if (!weekday || !month) return parseCivilDate(`${year}-${holiday}`);
  const first = parseCivilDate(`${year}-${month}-01`);
  const days = Array.from({ length: 31 }, (_, day) => daysLater(first, day)).filter(
    (day) => day.getUTCMonth() === first.getUTCMonth() && day.getUTCDay() === weekdays.indexOf(weekday),
  );
  return days.at(Number(place) > 0 ? Number(place) - 1 : Number(place)) ?? first;
}

function observed(day: Date): Date {
  if (day.getUTCDay() === 6) return daysLater(day, -1);
  return day.getUTCDay() === 0 ? daysLater(day, 1) : day;
}

function isoDate(day: Date): string {
  return day.toISOString().slice(0, 10);
}
