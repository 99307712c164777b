import type { Submission, Submitted } from "../../spec.ts";
import { composeInput } from "../compose-input.ts";
import { formatTold } from "../format-told.ts";
import { submitOnce, waitMs } from "../submit-once.ts";
import { authorization, type OpenAiAccess } from "./access.ts";
import { classifyFailure, isWrittenByOpenAi } from "./classify-failure.ts";

/** 4,096 characters as WAV are about five minutes, or 15 MB. */
const answerLimitBytes = 64 * 1024 * 1024;

/**
 * Reads words aloud. The answer is the file; its tokens are not told, so there is nothing to meter but the words.
 * Source: platform.openai.com/docs/api-reference/audio/createSpeech.
 */
export async function speak(access: OpenAiAccess, submission: Submission): Promise<Submitted> {
  const request = {
    method: "POST",
    url: `${access.baseUrl}/v1/audio/speech`,
    headers: { ...authorization(access), accept: "*/*" },
    body: { ...composeInput(submission), model: submission.upstreamModel },
    timeLimitMs: waitMs(submission, access.timeLimitMs ?? 120_000),
    answerLimitBytes,
  } as const;
  return submitOnce(request, {
    provider: "openai",
    wrote: isWrittenByOpenAi,
    accept: ({ headers, bytes }) => {
      const told = headers.get("content-type")?.split(";")[0]?.trim() ?? "";
      if (!told.startsWith("audio/")) return { kind: "unknown-outcome", detail: "openai answered without audio" };
      return { kind: "answered", outcome: outcomeOf(submission, bytes, told), usage: null };
    },
    classify: classifyFailure,
  });
}

function outcomeOf({ fields }: Submission, bytes: Uint8Array, contentType: string) {
  const main = fields.outputs.find(({ role }) => role === "main");
  if (main !== undefined && bytes.byteLength > 0) {
    const output = { bytes, format: formatTold(contentType) ?? main.format, role: main.role };
    return { kind: "finished", outputs: [output], withheld: 0 } as const;
  }
  const failure = { class: "unknown", category: null, stage: "output", detail: "openai answer without audio" } as const;
  return { kind: "failed", failure } as const;
}
