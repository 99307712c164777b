import type {
  ApiKeyId,
  AppealId,
  ArrivalId,
  ArtifactId,
  CaseId,
  GenerationId,
  HoldId,
  ImprintId,
  KillSwitchId,
  MemberId,
  OrderId,
  PictureBarId,
  ProposalId,
  QuoteId,
  RefundId,
  RequestId,
  SanctionId,
  StorefrontId,
  SubscriptionId,
  UploadId,
} from "@covenant/domain";
import { announcedTerms, termsInForce } from "@covenant/policy";

/** What a member has, of every kind that a procedure may name. */
export type Belongings = {
  storefront: StorefrontId;
  email: string;
  memberId: MemberId;
  quoteId: QuoteId;
  generationId: GenerationId;
  holdId: HoldId;
  artifactId: ArtifactId;
  uploadId: UploadId;
  /** What `uploadId` was made of. */
  arrivalId: ArrivalId;
  orderId: OrderId;
  /** An order of 100 credits for $9.90 that was paid; nothing of it is spent. */
  paidOrderId: OrderId;
  transferredRefundId: RefundId;
  largeOrderId: OrderId;
  proposalId: ProposalId;
  otherProposalId: ProposalId;
  /** A subscription to the storefront's first plan, paid an hour ago at most, and the request that began it. */
  subscriptionId: SubscriptionId;
  /** An instant at which that one had begun. */
  afterSubscribing: string;
  subscriptionRequestId: RequestId;
  apiKeyId: ApiKeyId;
  confirmToken: string;
  resetToken: string;
  caseId: CaseId;
  /** A picture of that case, and the bar that stands on it. */
  imprintId: ImprintId;
  pictureBarId: PictureBarId;
  moneyCaseId: CaseId;
  /** A case about the account, with the digest of what confirming it does; and one to be dismissed. */
  accountCaseId: CaseId;
  digest: string;
  emptyCaseId: CaseId;
  /** A limit that restricts nothing, and a closing in a far year. */
  limitId: SanctionId;
  closingId: SanctionId;
  /** An appeal that waits, and the digest of what rejecting it does. */
  appealId: AppealId;
  appealDigest: string;
  /** The address of an account that a decision closed. */
  closedEmail: string;
  eventId: string;
  /** A stop of a model of another storefront. */
  killSwitchId: KillSwitchId;
  staffEmail: string;
  staffCode: string;
};

/** For every procedure of a router a valid input; a procedure without one does not compile. */
export type Samples<Inputs> = {
  readonly [Noun in keyof Inputs]: { readonly [Verb in keyof Inputs[Noun]]: (of: Belongings) => Inputs[Noun][Verb] };
};

export const nothing = () => undefined;
export const firstPage = () => ({});
/** A wallet is as old as its test, by the database's clock. */
export const thisMonth = () => ({ month: new Date().toISOString().slice(0, 7) });
/** A day whose books were compared. */
export const comparedDay = "2026-11-20";
export const announcedAt = ({ storefront }: Belongings) =>
  announcedTerms(storefront, new Date("2026-11-21T12:00:00Z"))?.version ?? "";
export const versionAt = ({ storefront }: Belongings) =>
  termsInForce(storefront, new Date("2026-11-21T12:00:00Z")).version;
