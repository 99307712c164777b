import { credits, newId, type RegistryEdit } from "@covenant/domain";
import type { inferRouterInputs } from "@trpc/server";
import type { AdminRouter } from "../trpc/admin-router.ts";
import { announcedAt, comparedDay, firstPage, nothing, type Samples } from "./sample-inputs.ts";
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
