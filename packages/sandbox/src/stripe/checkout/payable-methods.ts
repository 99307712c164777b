/** Where Alipay can be charged (https://docs.stripe.com/payments/alipay#supported-currencies). */
const alipayCurrencies = ["cny", "aud", "cad", "eur", "gbp", "hkd", "jpy", "myr", "nzd", "sgd", "usd"];

/** What the stand-in can take, in the order it is offered, with its currencies; null for any. */
const methods: readonly { type: string; currencies: readonly string[] | null; canRecur: boolean }[] = [
  { type: "card", currencies: null, canRecur: true },
  { type: "alipay", currencies: alipayCurrencies, canRecur: false },
  { type: "sepa_debit", currencies: ["eur"], canRecur: false },
  { type: "us_bank_account", currencies: ["usd"], canRecur: false },
];

/** Every method that the account could switch on. */
export const methodTypes: readonly string[] = methods.map(({ type }) => type);

type Facts = {
  /** Those the account has switched on. */
  enabled: readonly string[];
  currency: string;
  mode: "payment" | "subscription";
  allowed: readonly string[] | null;
  excluded: readonly string[];
};

/**
 * The methods a session offers: those the account has, for the currency and the mode, less the excluded, and only the
 * allowed ones when a list was given. Like Stripe since 2026-09-30 it leaves out what does not fit and says nothing.
 */
export function payableMethods({ enabled, currency, mode, allowed, excluded }: Facts): string[] {
  const fitting = methods.filter(
    ({ type, currencies, canRecur }) =>
      enabled.includes(type) && (currencies?.includes(currency) ?? true) && (canRecur || mode === "payment"),
  );
  return fitting
    .map(({ type }) => type)
    .filter((type) => !excluded.includes(type) && (allowed?.includes(type) ?? true));
}
