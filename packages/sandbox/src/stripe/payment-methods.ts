/** Where Alipay can be charged (https://docs.stripe.com/payments/alipay#supported-currencies). */
const alipayCurrencies = new Set(["cny", "aud", "cad", "eur", "gbp", "hkd", "jpy", "myr", "nzd", "sgd", "usd"]);

/**
 * The methods a session offers: those the account has, for the currency, less the excluded, and only the allowed ones
 * when a list was given. Like Stripe since 2026-09-30 it leaves out what does not fit and says nothing.
 */
export function payableMethods(facts: { currency: string; allowed: string[] | null; excluded: string[] }): string[] {
  const eligible = alipayCurrencies.has(facts.currency) ? ["card", "alipay"] : ["card"];
  return eligible.filter((method) => !facts.excluded.includes(method) && (facts.allowed?.includes(method) ?? true));
}

export type CardRefusal = { code: string; declineCode: string | null; message: string };

/** Stripe's test cards (https://docs.stripe.com/testing). Every number that is none of these is refused. */
const testCards: Readonly<Record<string, CardRefusal | null>> = {
  "4242424242424242": null,
  "5555555555554444": null,
  "378282246310005": null,
  "4000000000000002": { code: "card_declined", declineCode: "generic_decline", message: "Your card was declined." },
  "4000000000009995": {
    code: "card_declined",
    declineCode: "insufficient_funds",
    message: "Your card has insufficient funds.",
  },
  "4000000000000069": { code: "expired_card", declineCode: null, message: "Your card has expired." },
  "4000000000000127": { code: "incorrect_cvc", declineCode: null, message: "Your card's security code is incorrect." },
  "4000000000000119": {
    code: "processing_error",
    declineCode: null,
    message: "An error occurred while processing your card. Try again in a little bit.",
  },
};

/** Null when the card pays. The number is compared and forgotten. */
export function refusalOfCard(number: string): CardRefusal | null {
  const digits = number.replace(/[\s-]/g, "");
  const refusal = testCards[digits];
  if (refusal !== undefined) return refusal;
  return {
    code: "incorrect_number",
    declineCode: null,
    message: "This page takes test cards only, such as 4242 4242 4242 4242.",
  };
}
