import type { Money } from "./money.ts";

// Apart from the schemas of the same nouns: a page that only prints amounts then carries no schema library.

/** "1 credit", "1,200 credits". */
export function formatCredits(amount: number): string {
  return `${amount.toLocaleString("en-US")} ${amount === 1 ? "credit" : "credits"}`;
}

/** "1 credit is", "60 credits are", "60 credits of this order are": the beginning of what became of them. */
export function creditsAre(amount: number, of = ""): string {
  return `${formatCredits(amount)}${of} ${amount === 1 ? "is" : "are"}`;
}

/** "$12.00", "CN¥86.40". */
export function formatMoney({ amountMinor, currency }: Money): string {
  return new Intl.NumberFormat("en-US", { style: "currency", currency }).format(amountMinor / 100);
}

/** An amount in whatever currency the processor books, minus sign and all: "-$12.00", "¥1,200". */
export function formatBooked({ amountMinor, currency }: { amountMinor: number; currency: string }): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
