export type CardRefusal = { code: string; declineCode: string | null; message: string };

export type TestCard = {
  brand: "visa" | "mastercard" | "amex";
  /** Why it does not pay; null when it does. */
  refusal: CardRefusal | null;
  /** When its bank wants to see the owner: never, unless the card was set up for later, or each time. */
  authentication: "never" | "unless-saved" | "always";
  /** Why it does not pay later, without its owner. */
  laterRefusal: CardRefusal | null;
  /** What its payments bring on. */
  consequence: { kind: "dispute"; reason: string; isInquiry: boolean } | { kind: "warning" } | null;
  /** How its refunds go: done at once, pending first, or done and undone later. */
  refund: "succeeds" | "pending" | "fails-later";
};

const declined = (declineCode: string, message: string): CardRefusal => ({
  code: "card_declined",
  declineCode,
  message,
});
const wrong = (code: string, message: string): CardRefusal => ({ code, declineCode: null, message });

const generic = declined("generic_decline", "Your card was declined.");
const broke = declined("insufficient_funds", "Your card has insufficient funds.");

function card(differences: Partial<TestCard> = {}): TestCard {
  return {
    brand: "visa",
    refusal: null,
    authentication: "never",
    laterRefusal: null,
    consequence: null,
    refund: "succeeds",
    ...differences,
  };
}

const disputed = (reason: string, isInquiry = false): TestCard =>
  card({ consequence: { kind: "dispute", reason, isInquiry } });

/** Stripe's test cards by what they do (https://docs.stripe.com/testing). */
export const testCards = {
  visa: card(),
  mastercard: card({ brand: "mastercard" }),
  amex: card({ brand: "amex" }),
  declined: card({ refusal: generic }),
  insufficientFunds: card({ refusal: broke }),
  expired: card({ refusal: wrong("expired_card", "Your card has expired.") }),
  wrongCvc: card({ refusal: wrong("incorrect_cvc", "Your card's security code is incorrect.") }),
  processingError: card({
    refusal: wrong("processing_error", "An error occurred while processing your card. Try again in a little bit."),
  }),
  authenticateOnce: card({ authentication: "unless-saved" }),
  authenticateAlways: card({ authentication: "always" }),
  authenticateThenDeclined: card({ authentication: "always", refusal: generic }),
  failsLater: card({ laterRefusal: generic }),
  disputedAsFraud: disputed("fraudulent"),
  disputedAsNotReceived: disputed("product_not_received"),
  inquiry: disputed("product_not_received", true),
  warnedOf: card({ consequence: { kind: "warning" } }),
  refundPending: card({ refund: "pending" }),
  refundFails: card({ refund: "fails-later" }),
} as const satisfies Record<string, TestCard>;

export type CardName = keyof typeof testCards;

/** Their numbers. */
export const cardNumbers: Readonly<Record<string, CardName>> = {
  "4242424242424242": "visa",
  "5555555555554444": "mastercard",
  "378282246310005": "amex",
  "4000000000000002": "declined",
  "4000000000009995": "insufficientFunds",
  "4000000000000069": "expired",
  "4000000000000127": "wrongCvc",
  "4000000000000119": "processingError",
  "4000002500003155": "authenticateOnce",
  "4000002760003184": "authenticateAlways",
  "4000008400001629": "authenticateThenDeclined",
  "4000000000000341": "failsLater",
  "4000000000000259": "disputedAsFraud",
  "4000000000002685": "disputedAsNotReceived",
  "4000000000001976": "inquiry",
  "4000000000005423": "warnedOf",
  "4000000000007726": "refundPending",
  "4000000000005126": "refundFails",
};

/** Stripe's names for payment methods that tests attach without a number. */
const tokens: Readonly<Record<string, CardName>> = {
  pm_card_visa: "visa",
  pm_card_mastercard: "mastercard",
  pm_card_amex: "amex",
  pm_card_authenticationRequiredOnSetup: "authenticateOnce",
  pm_card_authenticationRequired: "authenticateAlways",
  pm_card_chargeCustomerFail: "failsLater",
  pm_card_createDispute: "disputedAsFraud",
  pm_card_createDisputeProductNotReceived: "disputedAsNotReceived",
  pm_card_createDisputeInquiry: "inquiry",
  pm_card_pendingRefund: "refundPending",
  pm_card_refundFail: "refundFails",
};

export type TypedCard = { name: CardName; last4: string };

/** The card of a typed number; null when it is no test card. The number is compared and forgotten. */
export function cardOfNumber(typed: string): TypedCard | null {
  const digits = typed.replace(/[\s-]/g, "");
  const name = Object.hasOwn(cardNumbers, digits) ? cardNumbers[digits] : undefined;
  return name === undefined ? null : { name, last4: digits.slice(-4) };
}

/** The card of a name such as `pm_card_visa`; null when it is none. */
export function cardOfToken(token: string): TypedCard | null {
  const name = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  const number = Object.keys(cardNumbers).find((digits) => cardNumbers[digits] === name);
  return name === undefined || number === undefined ? null : { name, last4: number.slice(-4) };
}

/** What the page says of a number that is no test card. */
export const noTestCard = wrong("incorrect_number", "This page takes test cards only, such as 4242 4242 4242 4242.");
