import { credits, newId } from "@covenant/domain";
import type { inferRouterInputs } from "@trpc/server";
import type { WebRouter } from "../trpc/web-router.ts";
import { announcedAt, firstPage, nothing, type Samples, thisMonth, versionAt } from "./sample-inputs.ts";
import { testPassword } from "./test-people.ts";

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
