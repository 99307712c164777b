import type { RecipientId, Signal } from "@covenant/domain";
import * as z from "zod/mini";
import { ProviderFault } from "../../provider-fault.ts";
import type { SubmissionImage } from "../../spec.ts";
import { callUpstream } from "../call-upstream.ts";
import { authorization, type OpenAiAccess } from "./access.ts";
import { categoryOfOpenAi } from "./categories.ts";

const moderationBody = z.object({
  results: z
    .array(
      z.object({
        flagged: z.boolean(),
        categories: z.record(z.string(), z.boolean()),
        category_scores: z.record(z.string(), z.number()),
      }),
    )
    .check(z.minLength(1)),
});
type ModerationResult = z.infer<typeof moderationBody>["results"][number];

/** What a moderation model is asked about. */
export type ModerationQuestion = { prompt?: string; image?: SubmissionImage };

/**
 * Asks OpenAI's moderation model about a prompt, an image, or both. Confidence is the model's score of the category.
 * @returns null when it finds nothing.
 * @throws ProviderFault when no verdict could be had; the caller goes on without this signal and says so.
 * Source: platform.openai.com/docs/api-reference/moderations/create
 */
export async function moderate(access: OpenAiAccess, question: ModerationQuestion): Promise<Signal | null> {
  const answer = await callUpstream({
    method: "POST",
    url: `${access.baseUrl}/v1/moderations`,
    headers: authorization(access),
    body: { model: "omni-moderation-latest", input: inputOf(question) },
    // A member waits for this answer.
    timeLimitMs: access.timeLimitMs ?? 2_000,
  });
  if (answer.status !== 200) throw new ProviderFault("refused", `status ${answer.status}`, { status: answer.status });
  const body = moderationBody.safeParse(answer.body);
  if (!body.success) throw new ProviderFault("unreadable", "moderation answer");
  return strongest(body.data.results.flatMap(signalOf));
}

/** Who gets what is sent, in the register of recipients. */
moderate.recipient = "openai" satisfies RecipientId;

function inputOf({ prompt, image }: ModerationQuestion) {
  const dataUri = image && `data:${image.contentType};base64,${Buffer.from(image.bytes).toString("base64")}`;
  return [
    ...(prompt === undefined ? [] : [{ type: "text", text: prompt }]),
    ...(dataUri === undefined ? [] : [{ type: "image_url", image_url: { url: dataUri } }]),
  ];
}

function signalOf(result: ModerationResult): Signal[] {
  if (!result.flagged) return [];
  const signal = (category: Signal["category"], score: number): Signal => ({
    source: "moderation",
    category,
    confidence: Math.min(1, Math.max(0, score)),
  });
  const named = Object.keys(result.categories).filter((name) => result.categories[name]);
  if (named.length === 0) return [signal(null, Math.max(0, ...Object.values(result.category_scores)))];
  return named.map((name) => signal(categoryOfOpenAi(name), result.category_scores[name] ?? 0));
}

/** One voice, one signal: child safety is never hidden behind a higher score; else a named category, else the score. */
function strongest(signals: readonly Signal[]): Signal | null {
  const rank = ({ category }: Signal) => (category === "child-safety" ? 2 : category === null ? 0 : 1);
  return signals.toSorted((a, b) => rank(b) - rank(a) || b.confidence - a.confidence)[0] ?? null;
}
