import type { GenerationSummary } from "@covenant/domain";
import * as z from "zod";
import { generationAnswer } from "./generation-answer.ts";

/** A generation in a list. */
export const summaryAnswer = generationAnswer
  .pick({ id: true, object: true, state: true, model: true, prompt: true, created_at: true, ended_at: true })
  .extend({ credits_charged: z.int().describe("By the ledger.") })
  .meta({ id: "GenerationSummary" });

export function answerSummary(row: GenerationSummary): z.infer<typeof summaryAnswer> {
  return {
    id: row.id,
    object: "generation",
    state: row.state,
    model: row.modelId,
    prompt: row.prompt,
    created_at: row.createdAt,
    ended_at: row.endedAt,
    credits_charged: row.credits,
  };
}
