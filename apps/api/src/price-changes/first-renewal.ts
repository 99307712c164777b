import type { PlanInterval } from "@covenant/domain";

export type Period = { interval: PlanInterval; periodStart: Date; periodEnd: Date };

const months = { month: 1, year: 12 } as const satisfies Record<PlanInterval, number>;

/**
 * The first renewal at or after an instant, if it goes on renewing as it does. Like the processor it keeps the day of the
 * month on which the subscription began, and takes the last day of a month that has no such day.
 */
export function firstRenewalFrom({ interval, periodStart, periodEnd }: Period, at: Date): Date {
  const day = Math.max(periodStart.getUTCDate(), periodEnd.getUTCDate());
  for (let count = 0; ; count += 1) {
    const renewal = monthsLater(periodEnd, { count: count * months[interval], day });
    if (renewal >= at) return renewal;
  }
}

function monthsLater(from: Date, { count, day }: { count: number; day: number }): Date {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + count];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const later = new Date(from);
  later.setUTCFullYear(year, month, Math.min(day, lastDay));
  return later;
}
