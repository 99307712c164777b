import { Refusal } from "@covenant/domain";
import type { Json, Submission, SubmissionImage } from "../../spec.ts";

/** fal takes a file inside the request as a data URI; above this it wants an upload of its own. */
export const inlineImageLimitBytes = 10 * 1024 * 1024;

/**
 * The body of a submission: the member's input under the route's wire names, over the route's fixed parameters.
 * @throws Refusal `upload/too-large` for an image above {@link inlineImageLimitBytes}.
 */
export function composeInput({ fields, input }: Submission): Record<string, Json> {
  const { prompt, image, size } = fields.inputs;
  const body: Record<string, Json> = { ...input.parameters };
  if (prompt !== null && input.prompt !== undefined) body[prompt] = input.prompt;
  if (image !== null && input.image) {
    const uri = dataUriOf(input.image);
    body[image.field] = image.takesList ? [uri] : uri;
  }
  if (size !== null && input.size !== undefined) body[size.field] = wireSize(size.as, input.size);
  return body;
}

function dataUriOf({ bytes, contentType }: SubmissionImage): string {
  if (bytes.byteLength > inlineImageLimitBytes) {
    throw new Refusal("upload/too-large", { bytes: bytes.byteLength, limitBytes: inlineImageLimitBytes });
  }
  return `data:${contentType};base64,${Buffer.from(bytes).toString("base64")}`;
}

function wireSize(as: "dimensions" | Readonly<Record<string, string>>, size: string): Json {
  if (as !== "dimensions") {
    const word = as[size];
    if (word === undefined) throw new Refusal("request/invalid", { size });
    return word;
  }
  const [, width, height] = /^(\d{2,5})x(\d{2,5})$/.exec(size) ?? [];
  if (width === undefined || height === undefined) throw new Refusal("request/invalid", { size });
  return { width: Number(width), height: Number(height) };
}
