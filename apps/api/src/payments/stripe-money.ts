import type { Currency, Money } from "@covenant/domain";

/** Stripe writes currencies small. */
export function moneyOf(amount: number, currency: string): Money {
  return { amountMinor: amount, currency: currency.toUpperCase() as Currency };
}

/** A reference, whether or not it came expanded. */
export function idOf(thing: string | { id: string } | null | undefined): string | null {
  return typeof thing === "string" ? thing : (thing?.id ?? null);
}

/** Stripe counts seconds. */
export function dateOf(seconds: number): Date {
  return new Date(seconds * 1000);
}
