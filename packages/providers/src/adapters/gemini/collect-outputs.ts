import type { ViolationCategory } from "@covenant/domain";
import type { Conclusion, FailureClass, FailureStage, OutputField, UpstreamOutput } from "../../spec.ts";
import { codeLike } from "../code-like.ts";
import { formatTold } from "../format-told.ts";
import type { Candidate, ContentBody } from "./wire.ts";

/**
 * Finds the images in an answer of status 200, which is also how every refusal comes: the prompt blocked and no candidate,
 * a candidate blocked, or a candidate that ends without an image and without a word.
 */
export function collectOutputs([field]: readonly OutputField[], body: ContentBody): Conclusion {
  const { candidates = [], promptFeedback } = body;
  const { format = "png", role = "main" } = field ?? {};
  const outputs = candidates.flatMap(({ content }) =>
    (content?.parts ?? []).flatMap(({ thought, inlineData }): UpstreamOutput[] => {
      if (thought === true || inlineData === undefined || inlineData.data === "") return [];
      return [
        { bytes: Buffer.from(inlineData.data, "base64"), format: formatTold(inlineData.mimeType) ?? format, role },
      ];
    }),
  );
  if (outputs.length > 0) return { kind: "finished", outputs, withheld: candidates.filter(isBlocked).length };
  const blockReason = promptFeedback?.blockReason;
  if (blockReason !== undefined) return failed("policy-input", "submit", blockReason);
  const reason = candidates.find(isBlocked)?.finishReason ?? candidates[0]?.finishReason;
  if (reason === "MAX_TOKENS") return failed("bad-input", "run", reason);
  // No candidates at all and no reason either is a fault; a candidate without an image is a refusal nobody put in words.
  return candidates.length === 0
    ? failed("unknown", "output", "no-candidates")
    : failed("policy-output", "output", reason);
}

const blocking = new Set([
  "IMAGE_SAFETY",
  "IMAGE_PROHIBITED_CONTENT",
  "SAFETY",
  "PROHIBITED_CONTENT",
  "SPII",
  "BLOCKLIST",
  "RECITATION",
  "IMAGE_RECITATION",
]);

function isBlocked({ finishReason }: Candidate): boolean {
  return blocking.has(finishReason ?? "");
}

/** Google's safety ratings score every category, so none of them says which one it was. */
const unnamed: ViolationCategory | null = null;

function failed(failureClass: FailureClass, stage: FailureStage, reason: string | undefined): Conclusion {
  const detail = ["gemini 200", codeLike(reason)].filter(Boolean).join(" ");
  return { kind: "failed", failure: { class: failureClass, category: unnamed, stage, detail } };
}
