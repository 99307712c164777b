import type { StorefrontId, ViolationCategory } from "@covenant/domain";
import type { AdmissionFacts, AdmissionVerdict } from "../admission/facts.ts";
import type { AppealFacts, AppealVerdict, ReconsiderationFacts, ReconsiderationVerdict } from "../appeals/facts.ts";
import type { CancellationFacts, CancellationVerdict } from "../cancellations/facts.ts";
import { startOfDay } from "../civil-date.ts";
import type { Clause, ClauseId } from "../clause.ts";
import type { ForfeitureFacts, ForfeitureVerdict, TerminationFacts, TerminationVerdict } from "../closing/facts.ts";
import type { SuspensionNoticeFacts, SuspensionNoticeVerdict } from "../closing/notice-facts.ts";
import type { ConductFacts, ConductVerdict } from "../conduct/facts.ts";
import type { PatternFacts, PatternVerdict } from "../conduct/pattern-facts.ts";
import type { CreditExpiryFacts, CreditExpiryVerdict, GraceFacts, GraceVerdict } from "../credit-expiry/facts.ts";
import type { DataRequestFacts, DataRequestVerdict } from "../data-requests/facts.ts";
import type { PrivacyStatement } from "../inventory/privacy-statement.ts";
import type { LadderFacts, LadderVerdict } from "../ladder/facts.ts";
import type { LiabilityCapFacts, LiabilityCapVerdict } from "../liability/facts.ts";
import type { OrderRefundFacts, OrderRefundVerdict } from "../order-refunds/facts.ts";
import type { PriceChangeFacts, PriceChangeVerdict } from "../price-changes/facts.ts";
import type { RetentionFacts, RetentionVerdict } from "../retention/facts.ts";
import type { LapseFacts, LapseVerdict, ReviewFacts, ReviewVerdict } from "../reviews/facts.ts";
import type { RuleBook } from "../rule.ts";
import type { SanctionFacts, SanctionVerdict } from "../sanctions/facts.ts";
import type { PromptFacts, PromptVerdict } from "../screening/facts.ts";
import type { SettlementFacts, SettlementVerdict } from "../settlement/facts.ts";
import type { SupportDeadlineFacts, SupportDeadlineVerdict } from "../support/facts.ts";
import type { CounterNoticeFacts, CounterNoticeVerdict } from "../takedowns/counter-facts.ts";
import type { TakedownNoticeFacts, TakedownNoticeVerdict } from "../takedowns/notice-facts.ts";
import type {
  TermsAcceptanceFacts,
  TermsAcceptanceVerdict,
  TermsNoticeFacts,
  TermsNoticeVerdict,
} from "../terms-acceptance/facts.ts";
import type { Weight } from "../versions/difference.ts";
import type { DocumentPart } from "./document-parts.ts";

/** The rules of one terms version: a new question is a line here, and the compiler then asks every pack for it. */
export type PackRules = {
  readonly admission: RuleBook<AdmissionFacts, AdmissionVerdict>;
  readonly prompt: RuleBook<PromptFacts, PromptVerdict>;
  readonly settlement: RuleBook<SettlementFacts, SettlementVerdict>;
  readonly sanction: RuleBook<SanctionFacts, SanctionVerdict>;
  readonly review: RuleBook<ReviewFacts, ReviewVerdict>;
  readonly lapse: RuleBook<LapseFacts, LapseVerdict>;
  readonly retention: RuleBook<RetentionFacts, RetentionVerdict>;
  readonly termsAcceptance: RuleBook<TermsAcceptanceFacts, TermsAcceptanceVerdict>;
  readonly termsNotice: RuleBook<TermsNoticeFacts, TermsNoticeVerdict>;
} & BillingRules &
  RequestRules &
  ConductRules;

/** The rules about money, prices and how long credits last. */
export type BillingRules = {
  readonly orderRefund: RuleBook<OrderRefundFacts, OrderRefundVerdict>;
  readonly cancellation: RuleBook<CancellationFacts, CancellationVerdict>;
  readonly priceChange: RuleBook<PriceChangeFacts, PriceChangeVerdict>;
  readonly creditExpiry: RuleBook<CreditExpiryFacts, CreditExpiryVerdict>;
  readonly grace: RuleBook<GraceFacts, GraceVerdict>;
};

/** The rules about what people ask of us: notices, their data, an answer, what we owe. */
export type RequestRules = {
  readonly takedownNotice: RuleBook<TakedownNoticeFacts, TakedownNoticeVerdict>;
  readonly counterNotice: RuleBook<CounterNoticeFacts, CounterNoticeVerdict>;
  readonly dataRequest: RuleBook<DataRequestFacts, DataRequestVerdict>;
  readonly supportDeadline: RuleBook<SupportDeadlineFacts, SupportDeadlineVerdict>;
  readonly liabilityCap: RuleBook<LiabilityCapFacts, LiabilityCapVerdict>;
};

/** The rules about accounts: what conduct is, when it repeats, what follows, how it is appealed, and how an account is closed. */
export type ConductRules = {
  readonly conduct: RuleBook<ConductFacts, ConductVerdict>;
  readonly pattern: RuleBook<PatternFacts, PatternVerdict>;
  readonly ladder: RuleBook<LadderFacts, LadderVerdict>;
  readonly appeal: RuleBook<AppealFacts, AppealVerdict>;
  readonly reconsideration: RuleBook<ReconsiderationFacts, ReconsiderationVerdict>;
  readonly suspensionNotice: RuleBook<SuspensionNoticeFacts, SuspensionNoticeVerdict>;
  readonly termination: RuleBook<TerminationFacts, TerminationVerdict>;
  readonly forfeiture: RuleBook<ForfeitureFacts, ForfeitureVerdict>;
};

/** The terms as they stood for a while: in force from `startsAt` until the next version's. */
export type TermsVersion = {
  readonly storefront: StorefrontId;
  /** The civil date it took effect on, which is also its name. */
  readonly version: string;
  readonly startsAt: Date;
  /** Start of the day it was published and members were told of it; never after `startsAt`. */
  readonly announcedAt: Date;
  readonly zone: string;
  readonly clauses: readonly Clause[];
  readonly clauseById: ReadonlyMap<ClauseId, Clause>;
  readonly rules: PackRules;
  /** What it changes to the version before, as members are told of it; null for the first. */
  readonly news: VersionNews | null;
};

/** What a version brings, in words for members. */
export type VersionNews = {
  /** Whether what applies changes, or only words. */
  readonly weight: Weight;
  /** The change in a phrase that can follow a date: `fewer blocks keep your credits`. */
  readonly inShort: string;
  /** Why a changed clause that acts matters to a member, a sentence each. */
  readonly matters: ReadonlyMap<ClauseId, string>;
};

/** A storefront's terms through time, oldest version first. */
export type TermsPack = {
  readonly storefront: StorefrontId;
  /** Where its calendar is kept: effective dates, birthdays and business days are counted here. */
  readonly zone: string;
  /** What its own documents say, and which clauses say it here. */
  readonly documents: readonly DocumentPart[];
  /** Which of its clauses keep records, and which say who receives data. */
  readonly privacy: PrivacyStatement;
  /** What its prompts are screened for. */
  readonly screens: readonly ViolationCategory[];
  readonly versions: readonly TermsVersion[];
};

/** What a version is made of. */
export type VersionParts = Pick<TermsVersion, "storefront" | "version" | "zone" | "clauses" | "rules" | "news"> & {
  /** The civil day it was published. */
  readonly announced: string;
};

/** Assembles a version from its clauses and rules. Throws a `RangeError` where a date is none. */
export function termsVersion({ announced, ...parts }: VersionParts): TermsVersion {
  return {
    ...parts,
    startsAt: startOfDay(parts.version, parts.zone),
    announcedAt: startOfDay(announced, parts.zone),
    clauseById: new Map(parts.clauses.map((clause) => [clause.id, clause])),
  };
}
