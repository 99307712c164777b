import { auditLedger, type Finding, grant } from "@covenant/db";
import {
  credits,
  type GenerationId,
  type MemberActor,
  newId,
  type RequestId,
  type Signal,
  type StorefrontId,
  type UploadId,
} from "@covenant/domain";
import sharp from "sharp";
import type { Deps } from "../deps.ts";
import { quoteGeneration } from "../generations/quote-generation.ts";
import { requestGeneration } from "../generations/request-generation.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { type ScriptedProvider, scriptedProvider } from "./scripted-provider.ts";
import { type TestDeps, testDeps } from "./test-deps.ts";
import { testMember } from "./test-people.ts";

export type TestStudio = {
  readonly deps: TestDeps;
  readonly provider: ScriptedProvider;
  /** What the moderation model says of further prompts; nothing by default. */
  hear(signal: Signal | null): void;
  /** What it says of further pictures; nothing by default. */
  see(signal: Signal | null): void;
  /** What further fetches of an output give; a small picture by default. */
  fetches(file: () => Promise<Uint8Array>): void;
  /** A member with so many credits. */
  member(balance?: number, storefront?: StorefrontId): Promise<MemberActor>;
  /** Asks for a picture as the page does: a quote, then the request. */
  request(actor: MemberActor, wanted?: Wanted): Promise<GenerationId>;
  /** Every place where the ledger is not what its entries make it. */
  audit(): Promise<Finding[]>;
};

export type Wanted = { prompt?: string; requestId?: RequestId; modelId?: string; uploadId?: UploadId };

/** The cheapest picture model of each storefront that sells pictures, and what one costs. */
export const pictureModel = "z-image";

/** Deps with the real catalogue, a scripted provider and moderation model, and members who have credits. */
export async function testStudio(ports: Partial<Deps> = {}): Promise<TestStudio> {
  const provider = scriptedProvider();
  let heard: Signal | null = null;
  let seen: Signal | null = null;
  let file = smallPicture;
  const deps = await testDeps({
    providers: new Map([[provider.id, provider]]),
    moderate: async ({ image }) => (image === undefined ? heard : seen),
    fetchFile: async () => ({ bytes: await file(), contentType: "image/png" }),
    ...ports,
  });
  await seedCatalogue(deps);
  return {
    deps,
    provider,
    hear: (signal) => {
      heard = signal;
    },
    see: (signal) => {
      seen = signal;
    },
    fetches: (next) => {
      file = next;
    },
    member: async (balance = 100, storefront = "image-ai-run") => {
      const { kind, memberId } = await testMember(deps, { storefront });
      await giveCredits(deps, memberId, balance);
      return { kind, memberId, storefront };
    },
    request: async (actor, { requestId = newId("request"), ...wanted } = {}) => {
      const spec = { modelId: pictureModel, prompt: "a lighthouse", ...wanted };
      const { quoteId } = await quoteGeneration(deps, actor, { modelId: spec.modelId });
      return (await requestGeneration(deps, actor, { requestId, quoteId, spec })).generationId;
    },
    audit: () => auditLedger(deps.db),
  };
}

export async function giveCredits({ db }: Pick<Deps, "db">, walletId: MemberActor["memberId"], amount: number) {
  if (amount === 0) return;
  const lot = { lotId: newId("lot"), credits: credits(amount), source: "goodwill", key: newId("request") } as const;
  await grant(db, { walletId, ...lot });
}

export function smallPicture(): Promise<Uint8Array> {
  const create = { width: 8, height: 8, channels: 3, background: "teal" } as const;
  return sharp({ create }).png().toBuffer();
}
