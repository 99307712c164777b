import { newId } from "@covenant/domain";
import type { Page } from "playwright-core";
import { callProcedure } from "./call-procedure.ts";

/** Requests one picture for each prompt, one after the other, as the studio would. @returns the generations' ids. */
export async function requestMany(page: Page, prompts: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const prompt of prompts) {
    const spec = { modelId: "z-image", size: "1024x1024", prompt };
    const { modelId, size } = spec;
    const quote = await callProcedure(page, "generations.quote", { modelId, size });
    const request = { requestId: newId("request"), quoteId: quote.quoteId, spec };
    ids.push((await callProcedure(page, "generations.request", request)).generationId);
  }
  return ids;
}
