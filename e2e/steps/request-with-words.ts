import { newId } from "@covenant/domain";
import type { Page } from "playwright-core";
import { callProcedure } from "./call-procedure.ts";
import { sendUpload } from "./send-upload.ts";

type Wish = { photo: Buffer; modelId: string; words: string };

/**
 * Sends what the photo studio sends, and words beside it. Its form has no place for words, but its address takes them,
 * so they are judged as anywhere. @returns the generation's id.
 */
export async function requestWithWords(page: Page, { photo, modelId, words }: Wish): Promise<string> {
  const uploadId = await sendUpload(page, photo);
  const { quoteId } = await callProcedure(page, "generations.quote", { modelId });
  const spec = { modelId, prompt: words, uploadId };
  const made = await callProcedure(page, "generations.request", { requestId: newId("request"), quoteId, spec });
  return made.generationId;
}
