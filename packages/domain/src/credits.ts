import * as z from "zod/mini";

declare const creditsBrand: unique symbol;
/** Our unit of account for work: a whole number, never negative here, never money. */
export type Credits = number & { readonly [creditsBrand]: true };

export const creditsSchema = z.custom<Credits>(
  (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0,
  "not a whole number of credits",
);

/** Brands a whole, non-negative number as credits; anything else is a bug and throws. */
export function credits(amount: number): Credits {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a number of credits: ${amount}`);
  return amount as Credits;
}
