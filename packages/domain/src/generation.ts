import * as z from "zod/mini";
import { appealOffer } from "./appeal.ts";
import { artifactView } from "./artifact.ts";
import { attemptView } from "./attempt.ts";
import { idSchema } from "./ids.ts";
import { generationSpec } from "./quote.ts";
import { rulingView } from "./ruling.ts";
import { violationCategories } from "./violation.ts";

export const generationStates = [
  "quoted",
  "queued",
  "running",
  "delivered",
  "blocked",
  "failed",
  "cancelled",
  "expired",
] as const;
export type GenerationState = (typeof generationStates)[number];

/** Which states may follow which. A terminal state is followed by nothing. */
export const nextStates = {
  quoted: ["queued", "blocked", "expired"],
  queued: ["running", "cancelled", "expired", "failed"],
  running: ["delivered", "blocked", "failed", "cancelled"],
  delivered: [],
  blocked: [],
  failed: [],
  cancelled: [],
  expired: [],
} as const satisfies Record<GenerationState, readonly GenerationState[]>;

/** Whether nothing more can happen to a generation in this state. */
export function isTerminal(state: GenerationState): boolean {
  return nextStates[state].length === 0;
}

/** Why a generation was blocked or failed, in the member's and the engine's common words. */
export const endReasons = [
  "prompt-blocked",
  "upload-blocked",
  "output-refused",
  "upstream-refused-prompt",
  "provider-failed",
  "provider-timeout",
  "bad-input",
  "not-started-in-time",
  "model-stopped",
  "account-stopped",
  "cancelled-by-member",
  "delivered",
] as const;
export type EndReason = (typeof endReasons)[number];

/** Starts a generation. `requestId` is made once by the form and kept over retries: twice is once. */
export const generationRequest = z.strictObject({
  requestId: idSchema("request"),
  quoteId: idSchema("quote"),
  spec: generationSpec,
});
export type GenerationRequest = z.infer<typeof generationRequest>;

/** One line about credits, rendered from ledger entries only. */
export const creditLine = z.object({
  kind: z.enum(["held", "under-review", "captured", "released", "paid-back", "none"]),
  credits: z.int(),
  sentence: z.string(),
  at: z.nullable(z.string()),
});
export type CreditLine = z.infer<typeof creditLine>;

export const generationEventView = z.object({
  /** Grows by one with each event of a generation; a reader resumes after the last it saw. */
  sequence: z.int(),
  state: z.enum(generationStates),
  stage: z.string(),
  at: z.string(),
});
export type GenerationEventView = z.infer<typeof generationEventView>;

export const generationSummary = z.object({
  id: idSchema("generation"),
  state: z.enum(generationStates),
  modelId: z.string(),
  modelName: z.string(),
  /** Null where the storefront keeps no prompts, or once they are gone. */
  prompt: z.nullable(z.string()),
  /** In a list: what was charged, by the ledger. On its own page: the price it could not exceed. */
  credits: z.int(),
  createdAt: z.string(),
  endedAt: z.nullable(z.string()),
  preview: z.nullable(artifactView),
});
export type GenerationSummary = z.infer<typeof generationSummary>;

export const generationView = z.object({
  ...generationSummary.shape,
  reason: z.nullable(z.enum(endReasons)),
  /** The sentence for the person: how it stands now, or what happened and whose fault it was. */
  sentence: z.string(),
  /** What had happened, where a person has overturned it since; null where the sentence says it. */
  earlier: z.nullable(z.string()),
  category: z.nullable(z.enum(violationCategories)),
  creditLines: z.array(creditLine),
  rulings: z.array(rulingView),
  artifacts: z.array(artifactView),
  events: z.array(generationEventView),
  attempts: z.array(attemptView),
  expectedSeconds: z.int(),
  canCancel: z.boolean(),
  /** What cancelling would cost now, by the terms; null where it can no longer be asked for. */
  cancelCosts: z.nullable(z.string()),
  strike: z.nullable(z.object({ state: z.string(), sentence: z.string() })),
  /** How to contest a block, when there is one to contest. */
  appeal: z.nullable(appealOffer),
});
export type GenerationView = z.infer<typeof generationView>;
