import { after, duration } from "@covenant/domain";
import type { Span } from "../payments/payments.ts";

/** A day in UTC, `2026-11-21`, as a span of time. */
export function spanOfDay(day: string): Span {
  const from = new Date(`${day}T00:00:00.000Z`);
  return { from, to: after(from, duration.days(1)) };
}

/** The day in UTC that an instant is of. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
