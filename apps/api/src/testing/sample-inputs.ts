import {
  type ApiKeyId,
  type ArtifactId,
  type CaseId,
  type GenerationId,
  type MemberId,
  newId,
  type OrderId,
  type QuoteId,
  type StorefrontId,
  type UploadId,
} from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import type { inferRouterInputs } from "@trpc/server";
import type { AdminRouter } from "../trpc/admin-router.ts";
import type { WebRouter } from "../trpc/web-router.ts";
import { testPassword } from "./test-people.ts";

/** What a member has, of every kind that a procedure may name. */
export type Belongings = {
  storefront: StorefrontId;
  email: string;
  memberId: MemberId;
  quoteId: QuoteId;
  generationId: GenerationId;
  artifactId: ArtifactId;
  uploadId: UploadId;
  orderId: OrderId;
  apiKeyId: ApiKeyId;
  confirmToken: string;
  resetToken: string;
  caseId: CaseId;
  staffEmail: string;
  staffCode: string;
};

/** For every procedure of a router a valid input; a procedure without one does not compile. */
type Samples<Inputs> = {
  readonly [Noun in keyof Inputs]: { readonly [Verb in keyof Inputs[Noun]]: (of: Belongings) => Inputs[Noun][Verb] };
};

const nothing = () => undefined;
const firstPage = () => ({});
const versionAt = ({ storefront }: Belongings) => termsInForce(storefront, new Date("2026-11-21T12:00:00Z")).version;

export const memberSamples: Samples<inferRouterInputs<WebRouter>> = {
  terms: { storefront: nothing, documents: nothing },
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
  uploads: { discard: ({ uploadId }) => ({ uploadId }) },
  credits: { balance: nothing, lots: nothing, entries: firstPage },
  orders: {
    packs: nothing,
    place: () => ({ requestId: newId("request"), packId: "iai-100", method: "card" }),
    get: ({ orderId }) => ({ orderId }),
    list: firstPage,
    watch: ({ orderId }) => ({ orderId }),
  },
  keys: {
    list: nothing,
    create: () => ({ requestId: newId("request"), name: "sample" }),
    revoke: ({ apiKeyId }) => ({ apiKeyId }),
    calls: firstPage,
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
    decide: ({ caseId }) => ({ requestId: newId("request"), caseId, outcome: "overturned", note: "A sample." }),
  },
  members: { list: firstPage, get: ({ memberId }) => ({ memberId }) },
  credits: {
    balance: ({ memberId }) => ({ memberId }),
    lots: ({ memberId }) => ({ memberId }),
    entries: ({ memberId }) => ({ memberId }),
  },
  acts: { list: firstPage },
};
