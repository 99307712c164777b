import { daysLater, instantOf, wallClock } from "./civil-date.ts";

/**
 * The same time of day, `days` business days later in the zone. The day it starts on is day 0, and Saturdays and Sundays
 * are skipped: from a Friday 15:00, three business days end on Wednesday 15:00; from a Sunday, on Wednesday. Public
 * holidays are not skipped, which makes a promise to a member earlier, never later; where a statute's days are counted,
 * `counts` says which days those are. Throws a `RangeError` for a negative or broken number of days.
 */
export function businessDaysAfter(
  at: Date,
  days: number,
  zone: string,
  counts: (wall: Date) => boolean = isBusinessDay,
): Date {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
  let wall = wallClock(at, zone);
  for (let left = days; left > 0; ) {
    wall = daysLater(wall, 1);
    if (counts(wall)) left -= 1;
  }
  return days === 0 ? new Date(at) : instantOf(wall, zone);
}

/** Whether a day, given as a wall clock, is neither Saturday nor Sunday. */
export function isBusinessDay(wall: Date): boolean {
  return wall.getUTCDay() !== 0 && wall.getUTCDay() !== 6;
}
