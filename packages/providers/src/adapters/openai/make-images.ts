import { type ArtifactFormat, Refusal } from "@covenant/domain";
import type { Conclusion, OutputField, Submission, SubmissionImage, Submitted, UpstreamOutput } from "../../spec.ts";
import { composeInput } from "../compose-input.ts";
import { findFields } from "../find-fields.ts";
import { submitOnce, waitMs } from "../submit-once.ts";
import { authorization, type OpenAiAccess } from "./access.ts";
import { classifyFailure, isWrittenByOpenAi } from "./classify-failure.ts";
import { imagesBody } from "./wire.ts";

/** OpenAI's own figures: up to two minutes for an image, and 50 MB for each file of an edit. */
const usualLimitMs = 180_000;
export const editImageLimitBytes = 50_000_000;
/** An image of 3840 × 2160 as PNG, in base64, several times over. */
const answerLimitBytes = 128 * 1024 * 1024;

/**
 * Makes images from words, or from words and an image. OpenAI works while we wait and hands the files over in its answer.
 * @throws Refusal `upload/too-large`
 * Source: platform.openai.com/docs/api-reference/images/create and createEdit.
 */
export async function makeImages(access: OpenAiAccess, submission: Submission): Promise<Submitted> {
  const isEdit = submission.operation === "image-to-image";
  const request = {
    method: "POST",
    url: `${access.baseUrl}/v1/images/${isEdit ? "edits" : "generations"}`,
    headers: authorization(access),
    body: isEdit ? editForm(submission) : { ...composeInput(submission), model: submission.upstreamModel },
    timeLimitMs: waitMs(submission, access.timeLimitMs ?? usualLimitMs),
    answerLimitBytes,
  } as const;
  return submitOnce(request, {
    provider: "openai",
    wrote: isWrittenByOpenAi,
    accept: ({ body }) => accept(submission.fields.outputs, body),
    classify: classifyFailure,
  });
}

/** The same fields as a form, with the image as a file of its own. */
function editForm(submission: Submission): FormData {
  const { input, fields, upstreamModel } = submission;
  const { image: _, ...words } = input;
  const form = new FormData();
  for (const [name, value] of Object.entries(composeInput({ ...submission, input: words }))) {
    form.set(name, String(value));
  }
  form.set("model", upstreamModel);
  if (fields.inputs.image !== null && input.image) form.append(fields.inputs.image.field, fileOf(input.image), "image");
  return form;
}

function fileOf({ bytes, contentType }: SubmissionImage): Blob {
  if (bytes.byteLength > editImageLimitBytes) {
    throw new Refusal("upload/too-large", { bytes: bytes.byteLength, limitBytes: editImageLimitBytes });
  }
  return new Blob([new Uint8Array(bytes)], { type: contentType });
}

function accept(outputs: readonly OutputField[], body: unknown): Submitted {
  const told = imagesBody.safeParse(body);
  if (!told.success) return { kind: "unknown-outcome", detail: "openai answered without readable images" };
  const { usage, output_format: format } = told.data;
  return {
    kind: "answered",
    outcome: collect(outputs, body, formats[format ?? ""]),
    usage: usage ? { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens } : null,
  };
}

const formats: Readonly<Record<string, ArtifactFormat>> = { png: "png", jpeg: "jpeg", webp: "webp" };

function collect(fields: readonly OutputField[], body: unknown, told: ArtifactFormat | undefined): Conclusion {
  const outputs = fields.flatMap(({ path, format, role }) =>
    findFields(path, body).flatMap(({ holder, name }): UpstreamOutput[] => {
      const content = holder[name];
      if (typeof content !== "string" || content === "") return [];
      return [{ bytes: Buffer.from(content, "base64"), format: told ?? format, role }];
    }),
  );
  if (outputs.some(({ role }) => role === "main")) return { kind: "finished", outputs, withheld: 0 };
  const detail = "openai answer without the expected output";
  return { kind: "failed", failure: { class: "unknown", category: null, stage: "output", detail } };
}
