import type { StorefrontId } from "@covenant/domain";
import type { AdmissionFacts, AdmissionVerdict } from "../admission/facts.ts";
import type { CancellationFacts, CancellationVerdict } from "../cancellations/facts.ts";
import { startOfDay } from "../civil-date.ts";
import type { Clause, ClauseId } from "../clause.ts";
import type { CreditExpiryFacts, CreditExpiryVerdict, GraceFacts, GraceVerdict } from "../credit-expiry/facts.ts";
import type { OrderRefundFacts, OrderRefundVerdict } from "../order-refunds/facts.ts";
import type { PriceChangeFacts, PriceChangeVerdict } from "../price-changes/facts.ts";
import type { RetentionFacts, RetentionVerdict } from "../retention/facts.ts";
import type { LapseFacts, LapseVerdict, ReviewFacts, ReviewVerdict } from "../reviews/facts.ts";
import type { RuleBook } from "../rule.ts";
import type { SanctionFacts, SanctionVerdict } from "../sanctions/facts.ts";
import type { PromptFacts, PromptVerdict } from "../screening/facts.ts";
import type { SettlementFacts, SettlementVerdict } from "../settlement/facts.ts";

/** The rules of one terms version: a new question is a line here, and the compiler then asks every pack for it. */
export type PackRules = {
  readonly admission: RuleBook<AdmissionFacts, AdmissionVerdict>;
  readonly prompt: RuleBook<PromptFacts, PromptVerdict>;
  readonly settlement: RuleBook<SettlementFacts, SettlementVerdict>;
  readonly sanction: RuleBook<SanctionFacts, SanctionVerdict>;
  readonly review: RuleBook<ReviewFacts, ReviewVerdict>;
  readonly lapse: RuleBook<LapseFacts, LapseVerdict>;
  readonly retention: RuleBook<RetentionFacts, RetentionVerdict>;
} & BillingRules;

/** The rules about money, prices and how long credits last. */
export type BillingRules = {
  readonly orderRefund: RuleBook<OrderRefundFacts, OrderRefundVerdict>;
  readonly cancellation: RuleBook<CancellationFacts, CancellationVerdict>;
  readonly priceChange: RuleBook<PriceChangeFacts, PriceChangeVerdict>;
  readonly creditExpiry: RuleBook<CreditExpiryFacts, CreditExpiryVerdict>;
  readonly grace: RuleBook<GraceFacts, GraceVerdict>;
};

/** The terms as they stood for a while: in force from `startsAt` until the next version's. */
export type TermsVersion = {
  readonly storefront: StorefrontId;
  /** The civil date it took effect on, which is also its name. */
  readonly version: string;
  readonly startsAt: Date;
  readonly zone: string;
  readonly clauses: readonly Clause[];
  readonly clauseById: ReadonlyMap<ClauseId, Clause>;
  readonly rules: PackRules;
};

/** A storefront's terms through time, oldest version first. */
export type TermsPack = {
  readonly storefront: StorefrontId;
  /** Where its calendar is kept: effective dates, birthdays and business days are counted here. */
  readonly zone: string;
  readonly versions: readonly TermsVersion[];
};

/** Assembles a version from its clauses and rules. */
export function termsVersion(
  parts: Pick<TermsVersion, "storefront" | "version" | "zone" | "clauses" | "rules">,
): TermsVersion {
  return {
    ...parts,
    startsAt: startOfDay(parts.version, parts.zone),
    clauseById: new Map(parts.clauses.map((clause) => [clause.id, clause])),
  };
}
