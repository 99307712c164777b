import * as z from "zod/mini";

declare const creditsBrand: unique symbol;
/** Our unit of account for work: a whole number, never negative here, never money. */
export type Credits = number & { readonly [creditsBrand]: true };

// Pages that only print amounts leave the schema, and with it the schema library, out of their bundle.
export const creditsSchema = /* @__PURE__ */ z.custom<Credits>(
  (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0,
  "not a whole number of credits",
);

/** Brands a whole, non-negative number as credits; anything else is a bug and throws. */
export function credits(amount: number): Credits {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a number of credits: ${amount}`);
  return amount as Credits;
}

/** "1 credit", "1,200 credits". */
export function formatCredits(amount: number): string {
  return `${amount.toLocaleString("en-US")} ${amount === 1 ? "credit" : "credits"}`;
}
