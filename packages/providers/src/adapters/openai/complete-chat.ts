import { ProviderFault } from "../../provider-fault.ts";
import type { Failure, TokenUsage } from "../../spec.ts";
import { callUpstream, type UpstreamAnswer } from "../call-upstream.ts";
import { authorization, type OpenAiAccess } from "./access.ts";
import { classifyFailure, isWrittenByOpenAi } from "./classify-failure.ts";
import { chatBody } from "./wire.ts";

export type ChatRequest = {
  model: string;
  messages: readonly { role: "system" | "user" | "assistant"; content: string }[];
  /** What an answer may cost at most, so that a hold can be sized before it. */
  maxOutputTokens: number;
};

/** `cachedTokens` are a part of the input that is billed at a lower price. */
export type ChatUsage = TokenUsage & { cachedTokens: number };

export type ChatAnswer =
  | { kind: "completed"; text: string; isCut: boolean; usage: ChatUsage }
  /** The model declined in words of its own, which are not passed on as an answer; its tokens are billed. */
  | { kind: "declined"; usage: ChatUsage }
  | { kind: "refused"; failure: Failure }
  /** It was sent and the answer was lost: it may have been made, and billed. */
  | { kind: "unknown-outcome"; detail: string };

/**
 * One chat completion, whole. It is sent once, and metered by what OpenAI counted.
 * Source: platform.openai.com/docs/api-reference/chat/create.
 */
export async function completeChat(access: OpenAiAccess, request: ChatRequest): Promise<ChatAnswer> {
  const { model, messages, maxOutputTokens } = request;
  try {
    const answer = await callUpstream({
      method: "POST",
      url: `${access.baseUrl}/v1/chat/completions`,
      headers: authorization(access),
      // OpenAI keeps completions for its own dashboard where it is not told otherwise.
      body: { model, messages, max_completion_tokens: maxOutputTokens, store: false },
      timeLimitMs: access.timeLimitMs ?? 120_000,
    });
    return readAnswer(answer);
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    const detail = `openai ${error.message}`;
    if (error.kind !== "not-sent") return { kind: "unknown-outcome", detail };
    return { kind: "refused", failure: { class: "transient", category: null, stage: "submit", detail } };
  }
}

function readAnswer(answer: UpstreamAnswer): ChatAnswer {
  if (answer.status !== 200) {
    const isGateway = (answer.status === 502 || answer.status === 504) && !isWrittenByOpenAi(answer);
    if (isGateway) return { kind: "unknown-outcome", detail: `openai gateway status ${answer.status}` };
    return { kind: "refused", failure: classifyFailure(answer) };
  }
  const told = chatBody.safeParse(answer.body);
  if (!told.success) return { kind: "unknown-outcome", detail: "openai answered without a readable completion" };
  const { choices, usage } = told.data;
  const metered = {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
  };
  const [choice] = choices;
  const text = choice?.message.content ?? null;
  if (text === null || choice?.finish_reason === "content_filter") return { kind: "declined", usage: metered };
  return { kind: "completed", text, isCut: choice?.finish_reason === "length", usage: metered };
}
