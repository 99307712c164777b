/** Whether a model's last day has passed: the day it names, in UTC, is the first without it. */
export function isOver(sunsetOn: Date, at: Date): boolean {
  return sunsetOn <= at;
}

/** `2026-11-21`, of a date that PostgreSQL keeps without a time. */
export function civilDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
