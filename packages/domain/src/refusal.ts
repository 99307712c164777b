/** The closed set of expected noes. Each is mapped once to a transport status and once to words. */
export const refusalCodes = [
  "request/invalid",
  "request/too-many",
  "request/reused-key",
  "session/required",
  "session/wrong-password",
  "session/wrong-code",
  "session/locked",
  "member/email-taken",
  "member/too-young",
  "member/terms-not-accepted",
  "member/email-not-confirmed",
  "member/suspended",
  "member/membership-inactive",
  "member/membership-unverified",
  "member/token-spent",
  "staff/capability-missing",
  "thing/not-found",
  "quote/expired",
  "quote/price-changed",
  "credits/insufficient",
  "wallet/closed",
  "generation/not-cancellable",
  "generation/too-many-running",
  "model/not-available",
  "model/sunset",
  "registry/changed",
  "upload/unsupported",
  "upload/too-large",
  "upload/damaged",
  "upload/out-of-step",
  "artifact/gone",
  "order/not-payable",
  "subscription/exists",
  "subscription/not-changeable",
  "plan/changed",
  "refund/plan-changed",
  "refund/not-due",
  "refund/needs-approval",
  "proposal/already-open",
  "proposal/already-decided",
  "proposal/own",
  "case/already-decided",
  "case/already-open",
  "case/appealed",
  "case/prompt-unread",
  "sanction/plan-changed",
  "sanction/not-due",
  "appeal/not-open",
  "appeal/own-decision",
  "appeal/already-decided",
  "appeal/plan-changed",
  "member/account-closed",
  "key/revoked",
  "key/elsewhere",
  "key/not-for-model",
  "key/budget-spent",
  "service/unavailable",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Public facts that make a refusal actionable: `{ needed: 8, available: 3 }`. Never secrets, prompts or addresses. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | null>>;

/** An expected no. A bug is an `Error`; a fault of the world is whatever the world threw. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.facts = facts;
  }
}

/** Ends a `switch` over a closed union: reaching it is a bug, and the compiler says so first. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
