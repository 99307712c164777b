import type { Json, Submission, Submitted } from "../../spec.ts";
import { base64Of, composeInput } from "../compose-input.ts";
import { submitOnce, waitMs } from "../submit-once.ts";
import type { GeminiAccess } from "./access.ts";
import { classifyFailure, isWrittenByGoogle } from "./classify-failure.ts";
import { collectOutputs } from "./collect-outputs.ts";
import { contentBody } from "./wire.ts";

/** A 4K image as PNG, in base64, for each of several candidates. */
const answerLimitBytes = 128 * 1024 * 1024;

/**
 * Makes images from words, or from words and an image. Google works while we wait; bytes come inside the answer.
 * @throws Refusal `upload/too-large`: all of a request may have 20 MB.
 * Source: ai.google.dev/api/generate-content.
 */
export async function submit(access: GeminiAccess, submission: Submission): Promise<Submitted> {
  const model = encodeURIComponent(submission.upstreamModel);
  const request = {
    method: "POST",
    url: `${access.baseUrl}/v1beta/models/${model}:generateContent`,
    headers: { "x-goog-api-key": access.apiKey },
    body: contentOf(submission),
    timeLimitMs: waitMs(submission, access.timeLimitMs ?? 120_000),
    answerLimitBytes,
  } as const;
  return submitOnce(request, {
    provider: "gemini",
    wrote: isWrittenByGoogle,
    accept: ({ body }) => accept(submission, body),
    classify: classifyFailure,
  });
}

/** Words and image are parts of one turn; size and the route's parameters go where their names say. */
function contentOf(submission: Submission): Json {
  const { input, fields } = submission;
  const { prompt, image, ...others } = input;
  const inputs = { ...fields.inputs, prompt: null, image: null };
  const parts: Json[] = [];
  if (fields.inputs.prompt !== null && prompt !== undefined) parts.push({ text: prompt });
  if (fields.inputs.image !== null && image) {
    parts.push({ inlineData: { mimeType: image.contentType, data: base64Of(image) } });
  }
  const rest = composeInput({ ...submission, input: others, fields: { ...fields, inputs } });
  return { ...rest, contents: [{ role: "user", parts }] };
}

function accept({ fields }: Submission, body: unknown): Submitted {
  const told = contentBody.safeParse(body);
  if (!told.success) return { kind: "unknown-outcome", detail: "gemini answered without readable content" };
  const { usageMetadata: usage } = told.data;
  return {
    kind: "answered",
    outcome: collectOutputs(fields.outputs, told.data),
    usage: usage
      ? {
          inputTokens: usage.promptTokenCount ?? 0,
          outputTokens: (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0),
        }
      : null,
  };
}
