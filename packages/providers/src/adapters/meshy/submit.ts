import type { Submission, Submitted } from "../../spec.ts";
import { composeInput } from "../compose-input.ts";
import { submitOnce } from "../submit-once.ts";
import { authorization, type MeshyAccess } from "./access.ts";
import { adopt } from "./adopt.ts";
import { classifyFailure, isWrittenByMeshy } from "./classify-failure.ts";
import { createdBody } from "./wire.ts";

/**
 * Creates a task, once. Its answer is an id and nothing else. The model's name goes in the body, and moderation is always
 * asked for: a route's parameters cannot switch it off.
 * @throws Refusal `upload/too-large`
 */
export async function submit(access: MeshyAccess, submission: Submission): Promise<Submitted> {
  const { upstreamModel, fields } = submission;
  const request = {
    method: "POST",
    url: `${access.baseUrl}/openapi/v1/image-to-3d`,
    headers: authorization(access),
    body: { ...composeInput(submission), ai_model: upstreamModel, moderation: true },
    timeLimitMs: access.submitLimitMs ?? 30_000,
  } as const;
  return submitOnce(request, {
    provider: "meshy",
    wrote: isWrittenByMeshy,
    accept: ({ body }) => {
      const created = createdBody.safeParse(body);
      return created.success
        ? { kind: "accepted", handle: adopt(access, created.data.result, fields) }
        : { kind: "unknown-outcome", detail: "meshy accepted without a readable id" };
    },
    classify: classifyFailure,
  });
}
