import { newId } from "@covenant/domain";
import type { Page } from "playwright-core";

type Wish = { photo: Buffer; modelId: string; words: string };

/**
 * Sends what the photo studio sends, and words beside it. Its form has no place for words, but its address takes them,
 * so they are judged as anywhere. @returns the generation's id.
 */
export async function requestWithWords(page: Page, { photo, modelId, words }: Wish): Promise<string> {
  const upload = await send(page, "/uploads?name=photo.png", { type: "image/png", body: [...photo] });
  const quote = await call(page, "generations.quote", { modelId });
  const spec = { modelId, prompt: words, uploadId: upload.id };
  const made = await call(page, "generations.request", { requestId: newId("request"), quoteId: quote.quoteId, spec });
  return made.generationId;
}

async function call(page: Page, procedure: string, input: object) {
  const body = [...Buffer.from(JSON.stringify(input))];
  const answer = await send(page, `/trpc/${procedure}`, { type: "application/json", body });
  return answer.result.data;
}

/** A request from inside the page, with its cookies and its origin. */
async function send(page: Page, path: string, parts: { type: string; body: number[] }) {
  const { status, text } = await page.evaluate(
    async ([to, { type, body }]) => {
      const headers = { "content-type": type, "x-covenant": "1" };
      const response = await fetch(to, { method: "POST", headers, body: new Uint8Array(body) });
      return { status: response.status, text: await response.text() };
    },
    [path, parts] as const,
  );
  if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`);
  return JSON.parse(text);
}
