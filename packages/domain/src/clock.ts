/**
 * Where time comes from: what is dated, shown or ruled is so by this clock, and no table dates a row by itself. What is
 * due, a job or a lot, the database decides by its own.
 */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it is put. */
export function fixedClock(
  at: Date | string,
): Clock & { set(at: Date | string): void; advance(milliseconds: number): void } {
  let now = new Date(at);
  return {
    now: () => new Date(now),
    set: (next) => {
      now = new Date(next);
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

const minute = 60_000;
export const duration = {
  seconds: (count: number) => count * 1000,
  minutes: (count: number) => count * minute,
  hours: (count: number) => count * 60 * minute,
  days: (count: number) => count * 24 * 60 * minute,
};

/** The instant `milliseconds` after `at`. */
export function after(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}
