import {
  type ApiKeyId,
  type AppealId,
  type ArrivalId,
  type ArtifactId,
  type CaseId,
  credits,
  type GenerationId,
  type HoldId,
  type ImprintId,
  type KillSwitchId,
  type MemberId,
  newId,
  type OrderId,
  type PictureBarId,
  type ProposalId,
  type QuoteId,
  type RefundId,
  type RegistryEdit,
  type RequestId,
  type SanctionId,
  type StorefrontId,
  type SubscriptionId,
  type UploadId,
} from "@covenant/domain";
import { announcedTerms, termsInForce } from "@covenant/policy";
import type { inferRouterInputs } from "@trpc/server";
import type { AdminRouter } from "../trpc/admin-router.ts";
import type { WebRouter } from "../trpc/web-router.ts";
import { testPassword } from "./test-people.ts";

const sampleEdit: RegistryEdit = {
  storefront: "image-ai-run",
  models: [
    {
      ...{ id: "sample", name: "Sample", maker: "Nobody", modality: "text-to-image", description: "A sample." },
      ...{
        credits: 5,
        creditsFrom: null,
        expectedSeconds: 6,
        sizes: [],
        countMost: 1,
        promptMost: null,
        usagePolicyUrl: null,
      },
      ...{ sunset: null, enabled: false },
      routes: [
        {
          ...{ provider: "fal", upstreamModel: "sample", operation: "text-to-image", parameters: {}, noStore: "none" },
          fields: {
            inputs: { prompt: "prompt", image: null, size: null },
            outputs: [{ path: "images[].url", format: "png", role: "main" }],
          },
          ...{ trainsOnInputs: false, costMicroUsd: 1, retirement: null, enabled: false },
        },
      ],
    },
  ],
};

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
type Samples<Inputs> = {
  readonly [Noun in keyof Inputs]: { readonly [Verb in keyof Inputs[Noun]]: (of: Belongings) => Inputs[Noun][Verb] };
};

const nothing = () => undefined;
const firstPage = () => ({});
/** A wallet is as old as its test, by the database's clock. */
const thisMonth = () => ({ month: new Date().toISOString().slice(0, 7) });
/** A day whose books were compared. */
export const comparedDay = "2026-11-20";
const announcedAt = ({ storefront }: Belongings) =>
  announcedTerms(storefront, new Date("2026-11-21T12:00:00Z"))?.version ?? "";
const versionAt = ({ storefront }: Belongings) => termsInForce(storefront, new Date("2026-11-21T12:00:00Z")).version;

export const memberSamples: Samples<inferRouterInputs<WebRouter>> = {
  terms: {
    storefront: nothing,
    inventory: nothing,
    documents: nothing,
    version: (of) => ({ version: versionAt(of) }),
    versions: nothing,
    difference: (of) => ({ version: announcedAt(of) }),
  },
  members: {
    me: nothing,
    signUp: (of) => ({
      email: `${newId("member").slice(-10)}@member.test`,
      password: testPassword,
      bornOn: "1990-05-31",
      country: "DE",
      acceptedTermsVersion: versionAt(of),
    }),
    confirmEmail: ({ confirmToken }) => ({ token: confirmToken }),
    resendConfirmation: () => ({ email: `${newId("member").slice(-10)}@member.test` }),
    requestPasswordReset: () => ({ email: `${newId("member").slice(-10)}@member.test` }),
    resetPassword: (of) => ({ token: of.resetToken, password: testPassword }),
    signIn: ({ email }) => ({ email, password: testPassword }),
    signOut: nothing,
    admission: nothing,
    acceptTerms: (of) => ({ version: versionAt(of) }),
  },
  models: { list: nothing },
  generations: {
    quote: () => ({ modelId: "z-image" }),
    request: ({ quoteId }) => ({
      requestId: newId("request"),
      quoteId,
      spec: { modelId: "z-image", prompt: "a lighthouse" },
    }),
    cancel: ({ generationId }) => ({ generationId }),
    get: ({ generationId }) => ({ generationId }),
    list: firstPage,
    watch: ({ generationId }) => ({ generationId }),
  },
  artifacts: { purge: ({ artifactId }) => ({ artifactId }) },
  uploads: { finish: ({ arrivalId }) => ({ arrivalId }), discard: ({ uploadId }) => ({ uploadId }) },
  credits: {
    balance: nothing,
    lots: nothing,
    statementMonths: nothing,
    statement: thisMonth,
    entries: thisMonth,
    orderEntries: ({ orderId }) => ({ orderId }),
  },
  orders: {
    packs: nothing,
    place: () => ({ requestId: newId("request"), packId: "iai-100", method: "card", asksToStart: true }),
    get: ({ orderId }) => ({ orderId }),
    list: firstPage,
    watch: ({ orderId }) => ({ orderId }),
  },
  plans: { list: nothing },
  withdrawals: {
    preview: ({ paidOrderId }) => ({ orderId: paidOrderId }),
    ofPlan: nothing,
    withdraw: ({ paidOrderId }) => ({
      requestId: newId("request"),
      orderId: paidOrderId,
      expected: { amountMinor: 990, reclaim: credits(100) },
    }),
  },
  subscriptions: {
    // The one that runs was begun by it, and a second one is refused.
    subscribe: (of) => ({ requestId: of.subscriptionRequestId, planId: "iai-starter", asksToStart: true }),
    mine: nothing,
    watch: ({ subscriptionId }) => ({ subscriptionId }),
    previewChange: () => ({ planId: "iai-creator" }),
    change: () => ({
      requestId: newId("request"),
      planId: "iai-creator",
      expected: { payNowMinor: 1500, creditsNow: credits(350) },
    }),
    cancel: nothing,
    keep: nothing,
    portal: nothing,
  },
  keys: {
    list: nothing,
    create: () => ({ requestId: newId("request"), name: "sample" }),
    revoke: ({ apiKeyId }) => ({ apiKeyId }),
  },
  calls: { list: firstPage },
  standing: { mine: nothing },
  appeals: {
    page: ({ caseId: about }) => ({ about }),
    make: ({ caseId: about }) => ({ requestId: newId("request"), about, words: "A sample." }),
    closing: ({ closedEmail: email }) => ({
      requestId: newId("request"),
      email,
      password: testPassword,
      words: null,
    }),
  },
};

export const staffSamples: Samples<inferRouterInputs<AdminRouter>> = {
  door: {
    me: nothing,
    signIn: ({ staffEmail, staffCode }) => ({ email: staffEmail, password: testPassword, code: staffCode }),
    signOut: nothing,
    demoCode: ({ staffEmail }) => ({ email: staffEmail }),
  },
  overview: { get: nothing },
  cases: {
    list: firstPage,
    get: ({ caseId }) => ({ caseId }),
    revealPrompt: ({ caseId }) => ({ caseId }),
    close: ({ moneyCaseId }) => ({ requestId: newId("request"), caseId: moneyCaseId, note: "A sample." }),
    decide: ({ caseId }) => ({ requestId: newId("request"), caseId, outcome: "overturned", note: "A sample." }),
  },
  imprints: {
    bar: ({ caseId, imprintId }) => ({
      requestId: newId("request"),
      caseId,
      imprintId,
      category: "sexual",
      source: "moderator",
      note: "A sample.",
    }),
    unbar: ({ pictureBarId }) => ({ pictureBarId, note: "A sample." }),
  },
  members: { list: firstPage, get: ({ memberId }) => ({ memberId }), terms: ({ memberId }) => ({ memberId }) },
  credits: {
    balance: ({ memberId }) => ({ memberId }),
    lots: ({ memberId }) => ({ memberId }),
    lotHistory: ({ memberId }) => ({ memberId }),
    holds: ({ memberId }) => ({ memberId }),
    entries: ({ memberId }) => ({ memberId }),
    findWallets: ({ email }) => ({ email }),
    wallet: ({ memberId }) => ({ memberId }),
    order: ({ orderId }) => ({ orderId }),
    orderEntries: ({ orderId }) => ({ orderId }),
    hold: ({ holdId }) => ({ holdId }),
    generation: ({ generationId }) => ({ generationId }),
    entry: ({ memberId }) => ({ memberId, version: 1 }),
    findSeal: () => ({ number: 1 }),
    sealEntries: () => ({ number: 1 }),
  },
  orders: { list: firstPage, get: ({ orderId }) => ({ orderId }) },
  exchangeRates: {
    list: nothing,
    set: () => ({ requestId: newId("request"), storefront: "apimodels", rate: "7.21", source: "A sample." }),
  },
  proposals: {
    list: firstPage,
    decline: ({ otherProposalId }) => ({ proposalId: otherProposalId, reason: "A sample." }),
  },
  refunds: {
    preview: ({ paidOrderId }) => ({ orderId: paidOrderId, ground: "billing-error", chosen: null }),
    execute: ({ paidOrderId }) => ({
      requestId: newId("request"),
      orderId: paidOrderId,
      ground: "billing-error",
      chosen: null,
      note: "A sample.",
      expected: { reclaim: credits(100), goodwill: credits(0), amountMinor: 990 },
    }),
    propose: ({ largeOrderId }) => ({
      requestId: newId("request"),
      orderId: largeOrderId,
      ground: "billing-error",
      chosen: null,
      note: "A sample.",
      expected: { reclaim: credits(1000), goodwill: credits(0), amountMinor: 7490 },
    }),
    proposed: ({ proposalId }) => ({ proposalId }),
    approve: ({ proposalId }) => ({ proposalId }),
    returnTransfer: ({ transferredRefundId }) => ({ refundId: transferredRefundId, note: "A sample." }),
    list: ({ paidOrderId }) => ({ orderId: paidOrderId }),
  },
  subscriptions: {
    ofMember: ({ memberId }) => ({ memberId }),
    previewCancellation: ({ subscriptionId, afterSubscribing: receivedAt }) => ({ subscriptionId, receivedAt }),
    cancel: ({ subscriptionId, afterSubscribing: receivedAt }) => ({
      subscriptionId,
      receivedAt,
      requestId: newId("request"),
      note: "A sample.",
    }),
  },
  prices: {
    plans: nothing,
    preview: ({ storefront }) => ({
      storefront,
      planId: "iai-studio",
      amountMinor: 7990,
      effectiveAt: "2028-03-01T00:00:00Z",
    }),
    change: ({ storefront }) => ({
      storefront,
      planId: "iai-studio",
      amountMinor: 6990,
      effectiveAt: "2027-03-01T00:00:00Z",
      requestId: newId("request"),
      note: "A sample.",
      expectedSubscribers: 0,
    }),
  },
  paymentEvents: {
    list: firstPage,
    unsigned: nothing,
    get: ({ eventId }) => ({ eventId }),
    hearAgain: ({ eventId }) => ({ eventId, note: "A sample." }),
  },
  reconciliation: {
    list: firstPage,
    get: () => ({ day: comparedDay }),
    compare: () => ({ day: comparedDay }),
  },
  replays: {
    versions: () => ({ storefront: "image-ai-run" }),
    get: (of) => ({ storefront: of.storefront, version: announcedAt(of), days: 90 }),
  },
  conduct: {
    kinds: ({ memberId }) => ({ memberId }),
    open: ({ memberId }) => ({
      requestId: newId("request"),
      memberId,
      conduct: "upstream-policy",
      seen: "A sample.",
      occurredOn: new Date().toISOString().slice(0, 10),
      permission: null,
    }),
    preview: ({ accountCaseId: caseId }) => ({ caseId, finding: "established", danger: null }),
    confirm: ({ accountCaseId: caseId, digest }) => ({
      requestId: newId("request"),
      caseId,
      finding: "established",
      danger: null,
      digest,
      note: "A sample.",
    }),
    dismiss: ({ emptyCaseId: caseId }) => ({ requestId: newId("request"), caseId, note: "A sample." }),
  },
  sanctions: {
    ofMember: ({ memberId }) => ({ memberId }),
    lift: ({ limitId: sanctionId }) => ({
      requestId: newId("request"),
      sanctionId,
      wasWrong: false,
      note: "A sample.",
    }),
    withdraw: ({ closingId: sanctionId }) => ({
      requestId: newId("request"),
      sanctionId,
      wasWrong: false,
      note: "A sample.",
    }),
  },
  appeals: {
    list: firstPage,
    get: ({ appealId }) => ({ appealId }),
    preview: ({ appealId }) => ({ appealId, outcome: "rejected" }),
    take: ({ appealId }) => ({ appealId }),
    decide: ({ appealId, appealDigest: digest }) => ({
      requestId: newId("request"),
      appealId,
      outcome: "rejected",
      digest,
      reasons: "A sample.",
    }),
  },
  generations: {
    attempts: ({ generationId }) => ({ generationId }),
    orphans: nothing,
    attach: () => ({ attemptId: newId("attempt"), upstreamId: "sample", note: "A sample." }),
    release: () => ({ attemptId: newId("attempt"), note: "A sample." }),
  },
  registry: {
    models: nothing,
    preview: () => sampleEdit,
    edit: () => ({ edit: sampleEdit, digest: "none", note: "A sample." }),
  },
  routing: {
    upstreams: nothing,
    previewStop: () => ({ kind: "provider", target: "fal" }),
    stop: () => ({ kind: "model", target: "apimodels/z-image", reason: "A sample." }),
    lift: ({ killSwitchId }) => ({ killSwitchId }),
    alarms: nothing,
    resolveAlarm: () => ({ alarmId: newId("alarm"), note: "A sample." }),
    setPlaces: () => ({ provider: "fal", places: 40 }),
  },
  acts: { list: firstPage },
};
