import type { InvoiceLine, InvoiceReading, SubscriptionReading } from "../payments/payments.ts";
import type { PricedPlan } from "../plans/price-in-force.ts";
import { isChargeOfUpgrade, upgradeCredits } from "./upgrade-credits.ts";

/** Our prices by the processor's ids. */
export type Prices = ReadonlyMap<string, PricedPlan>;

/** What a paid invoice is worth: credits for a period or the rest of one, or something that a person has to look at. */
export type Worth =
  | { kind: "period"; credits: number; price: PricedPlan; start: Date; end: Date }
  | { kind: "nothing" }
  | { kind: "problem"; problem: string };

/**
 * Weighs a paid invoice. The credits come from our own plan, at exactly the price it has with us: what was paid otherwise
 * is worth nothing until a person has looked.
 */
export function weighInvoice(
  invoice: InvoiceReading,
  { invoices }: Pick<SubscriptionReading, "invoices">,
  prices: Prices,
): Worth {
  switch (invoice.reason) {
    case "create":
    case "cycle":
      return weighPeriod(invoice, prices);
    case "update":
      return weighUpgrade(invoice, invoices, prices);
    case "other":
      return problem("it is for no period of the plan");
  }
}

function weighPeriod({ lines, unused, amount }: InvoiceReading, prices: Prices): Worth {
  const line = onlyOne(lines);
  const price = line && prices.get(line.price);
  if (!line || !price || unused.length > 0) return problem("it is not for one period of one plan of ours");
  if (amount.amountMinor !== price.amountMinor || amount.currency !== price.currency)
    return problem("it was paid with another amount than the plan costs");
  return { kind: "period", credits: price.plan.credits, price, start: line.start, end: line.end };
}

function weighUpgrade(
  { lines, unused, amount }: InvoiceReading,
  invoices: readonly InvoiceReading[],
  prices: Prices,
): Worth {
  const line = onlyOne(lines);
  const price = line && prices.get(line.price);
  const left = prices.get(onlyOne(unused)?.price ?? "");
  const period = line && wholePeriod(invoices, line);
  if (!line || !price || !left || !period) return problem("it is not for the rest of one period");
  if (price.amountMinor < left.amountMinor || price.plan.credits < left.plan.credits)
    return problem("it is for a smaller plan at once");
  const time = { rest: lengthOf(line), period: lengthOf(period) };
  const isRight =
    amount.currency === price.currency &&
    isChargeOfUpgrade(amount.amountMinor, { ...time, from: left.amountMinor, to: price.amountMinor });
  if (!isRight) return problem("it was paid with another amount than the rest of the period costs");
  const credits = upgradeCredits({ ...time, from: left.plan.credits, to: price.plan.credits });
  if (credits === 0 && amount.amountMinor === 0) return { kind: "nothing" };
  if (credits === 0 || amount.amountMinor === 0) return problem("it is for too little time to have been charged for");
  return { kind: "period", credits, price, start: line.start, end: line.end };
}

/** The period that a line is the rest of: what its first or its renewal's invoice was for. */
function wholePeriod(invoices: readonly InvoiceReading[], { end }: InvoiceLine): InvoiceLine | undefined {
  return invoices
    .filter(({ reason }) => reason === "create" || reason === "cycle")
    .flatMap(({ lines }) => lines)
    .find((line) => line.end.getTime() === end.getTime());
}

function onlyOne(lines: readonly InvoiceLine[]): InvoiceLine | undefined {
  return lines.length === 1 ? lines[0] : undefined;
}

function lengthOf({ start, end }: InvoiceLine): number {
  return end.getTime() - start.getTime();
}

function problem(text: string): Worth {
  return { kind: "problem", problem: text };
}
