import { newId } from "@covenant/domain";
import type { Page } from "playwright-core";
import { callProcedure, sendFrom } from "./call-procedure.ts";

type Wish = { photo: Buffer; modelId: string; words: string };

/**
 * Sends what the photo studio sends, and words beside it. Its form has no place for words, but its address takes them,
 * so they are judged as anywhere. @returns the generation's id.
 */
export async function requestWithWords(page: Page, { photo, modelId, words }: Wish): Promise<string> {
  const upload = await sendFrom(page, "/uploads?name=photo.png", { type: "image/png", body: [...photo] });
  const { quoteId } = await callProcedure(page, "generations.quote", { modelId });
  const spec = { modelId, prompt: words, uploadId: upload.id };
  const made = await callProcedure(page, "generations.request", { requestId: newId("request"), quoteId, spec });
  return made.generationId;
}
