import { isBusinessDay } from "../business-days.ts";
import { daysLater, parseCivilDate } from "../civil-date.ts";

/**
 * The days a country keeps as public holidays, by ISO 3166-1 alpha-2 code, nationwide ones only: what article 2(1) of
 * Regulation (EEC, Euratom) 1182/71 calls public holidays, as the laws of 2026 name them. Where a law of the country
 * treats a day like one when a period ends (Christmas Eve in Sweden and Finland, Good Friday in the Netherlands), it is here
 * too: a day too many ends a member's period later, never earlier. Sundays are left out, since they count anyway.
 *
 * `05-01` is that day of each year, `E+1` a day counted from Easter Sunday, `O-2` from the Orthodox one, `Mon05-25` the
 * first Monday on or after that day, `Fri=02-01` that day if it is a Friday, and `12-26~` that day or, when it falls on a
 * weekend, the next weekday that is free.
 */
const calendars: Readonly<Record<string, string>> = {
  AT: "01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26",
  BE: "01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25",
  BG: "01-01~ 03-03~ O-2 O+1 05-01~ 05-06~ 05-24~ 09-06~ 09-22~ 12-24~ 12-25~ 12-26~",
  CY: "01-01 01-06 O-48 03-25 04-01 O-2 O+1 05-01 O+50 08-15 10-01 10-28 12-25 12-26",
  CZ: "01-01 E-2 E+1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26",
  DE: "01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26",
  DK: "01-01 E-3 E-2 E+1 E+39 E+50 12-25 12-26",
  EE: "01-01 02-24 E-2 05-01 06-23 06-24 08-20 12-24 12-25 12-26",
  ES: "01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
  FI: "01-01 01-06 E-2 E+1 05-01 E+39 Fri06-19 12-06 12-24 12-25 12-26",
  FR: "01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25",
  GB: "01-01~ E-2 E+1 Mon05-01 Mon05-25 Mon08-25 12-25~ 12-26~",
  GR: "01-01 01-06 O-48 03-25 O-2 O+1 05-01 O+50 08-15 10-28 12-25 12-26",
  HR: "01-01 01-06 E+1 05-01 05-30 E+60 06-22 08-05 08-15 11-01 11-18 12-25 12-26",
  HU: "01-01 03-15 E-2 E+1 05-01 E+50 08-20 10-23 11-01 12-24 12-25 12-26",
  IE: "01-01 Fri=02-01 Mon02-01 03-17 E+1 Mon05-01 Mon06-01 Mon08-01 Mon10-25 12-25 12-26",
  IS: "01-01 E-3 E-2 E+1 Thu04-19 05-01 E+39 E+50 06-17 Mon08-01 12-24 12-25 12-26 12-31",
  IT: "01-01 01-06 E+1 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26",
  LI: "01-01 01-02 01-06 02-02 03-19 E-2 E+1 05-01 E+39 E+50 E+60 08-15 09-08 11-01 12-08 12-24 12-25 12-26 12-31",
  LT: "01-01 02-16 03-11 E+1 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26",
  LU: "01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26",
  LV: "01-01 E-2 E+1 05-01 05-04~ 06-23 06-24 11-18~ 12-24 12-25 12-26 12-31",
  MT: "01-01 02-10 03-19 03-31 E-2 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25",
  NL: "01-01 E-2 E+1 04-27 05-05 E+39 E+50 12-25 12-26",
  NO: "01-01 E-3 E-2 E+1 05-01 05-17 E+39 E+50 12-25 12-26",
  PL: "01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24 12-25 12-26",
  PT: "01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
  RO: "01-01 01-02 01-06 01-07 01-24 O-2 O+1 05-01 06-01 O+50 08-15 11-30 12-01 12-25 12-26",
  SE: "01-01 01-06 E-2 E+1 05-01 E+39 06-06 Fri06-19 12-24 12-25 12-26 12-31",
  SI: "01-01 01-02 02-08 E+1 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26",
  SK: "01-01 01-06 E-2 E+1 05-01 05-08 07-05 08-29 09-15 11-01 11-17 12-24 12-25 12-26",
};

/** The civil dates of a year that the country keeps as holidays; none for a country the table does not have. */
export function publicHolidays(country: string, year: number): ReadonlySet<string> {
  const days = new Set<string>();
  for (const token of (calendars[country] ?? "").split(" ").filter(Boolean)) {
    const day = dayOf(token, year, days);
    if (day) days.add(isoDate(day));
  }
  return days;
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

function dayOf(token: string, year: number, taken: ReadonlySet<string>): Date | null {
  const feast = /^([EO])([+-]\d+)$/.exec(token);
  if (feast) return daysLater(feast[1] === "E" ? easterSunday(year) : orthodoxEasterSunday(year), Number(feast[2]));
  const weekday = weekdays.indexOf(token.slice(0, 3));
  const date = parseCivilDate(`${year}-${token.replace(/^[A-Z][a-z]{2}=?|~$/g, "")}`);
  if (token.includes("=")) return date.getUTCDay() === weekday ? date : null;
  if (weekday >= 0) return daysLater(date, (weekday - date.getUTCDay() + 7) % 7);
  return token.endsWith("~") ? nextFree(date, taken) : date;
}

function nextFree(date: Date, taken: ReadonlySet<string>): Date {
  let day = date;
  while (!isBusinessDay(day) || taken.has(isoDate(day))) day = daysLater(day, 1);
  return day;
}

/** Easter Sunday of the western churches, by the anonymous Gregorian method (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Date {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const skipped = Math.floor((century + 8) / 25);
  const corrected = Math.floor((century - skipped + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  return dayOfSpring(year, epact + weekday - 7 * late + 114);
}

/** Easter Sunday of the Orthodox churches, by the Julian method; its calendar is 13 days behind until 2099. */
function orthodoxEasterSunday(year: number): Date {
  const epact = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
  return daysLater(dayOfSpring(year, epact + weekday + 114), 13);
}

/** Both methods end in a number whose quotient by 31 is the month and whose remainder is the day before. */
function dayOfSpring(year: number, count: number): Date {
  return new Date(Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1));
}

function isoDate(day: Date): string {
  return day.toISOString().slice(0, 10);
}
