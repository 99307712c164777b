import { isBusinessDay } from "../business-days.ts";
import { civilDateIn, daysLater, parseCivilDate, startOfDay } from "../civil-date.ts";
import { publicHolidays } from "./public-holidays.ts";
import { withdrawalCountries, withdrawalStatutes } from "./withdrawal-countries.ts";

/** Directive 2011/83/EU, article 9(1); regulation 30 of the British regulations. */
const withdrawalDays = 14;

/** How long a consumer may withdraw from a contract. */
export type WithdrawalWindow = {
  /** The law that says so, by name and article. */
  readonly statute: string;
  /** The fourteenth civil day, where the consumer lives; the last one, unless it is no working day. */
  readonly fourteenthDay: string;
  /** The last civil day on which the consumer may withdraw, where they live. */
  readonly lastDay: string;
  /** The first instant at which it is too late. */
  readonly endsAt: Date;
};

/**
 * The withdrawal window of a consumer in a country (ISO 3166-1 alpha-2) for a contract concluded at an instant; null where
 * the law of the country gives no such right.
 *
 * Counted as Regulation (EEC, Euratom) 1182/71 says: the day of the contract is not counted (article 3(1)), the last day
 * runs to its end (article 3(2)), and a last day that is a Saturday, Sunday or public holiday gives way to the next working
 * day (article 3(4)). The British regulations move no day; their consumers have the longer window all the same.
 */
export function withdrawalWindow(country: string, concludedAt: Date): WithdrawalWindow | null {
  const place = withdrawalCountries.get(country);
  if (!place) return null;
  const contractDay = parseCivilDate(civilDateIn(concludedAt, place.zone));
  const fourteenthDay = daysLater(contractDay, withdrawalDays);
  const lastDay = workingDayFrom(fourteenthDay, place.holidays);
  return {
    statute: withdrawalStatutes[place.statute],
    fourteenthDay: isoDate(fourteenthDay),
    lastDay: isoDate(lastDay),
    endsAt: startOfDay(isoDate(daysLater(lastDay, 1)), place.zone),
  };
}

function workingDayFrom(day: Date, holidays: string): Date {
  const isHoliday = publicHolidays(holidays, day.getUTCFullYear()).has(isoDate(day));
  return isBusinessDay(day) && !isHoliday ? day : workingDayFrom(daysLater(day, 1), holidays);
}

function isoDate(day: Date): string {
  return day.toISOString().slice(0, 10);
}
