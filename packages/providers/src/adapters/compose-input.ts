import { Refusal } from "@covenant/domain";
import type { Json, Submission, SubmissionImage } from "../spec.ts";

/** Where a file travels inside a JSON body, as a data URI; above this most providers want an upload of its own. */
export const inlineImageLimitBytes = 10 * 1024 * 1024;

type Body = { [name: string]: Json };

/**
 * The JSON body of a submission: the member's input under the route's wire names, over the route's fixed parameters.
 * @throws Refusal `upload/too-large` for an image above {@link inlineImageLimitBytes}.
 */
export function composeInput({ fields, input }: Submission): Body {
  const { prompt, count, image, size } = fields.inputs;
  const body: Body = structuredClone(input.parameters) as Body;
  if (prompt !== null && input.prompt !== undefined) place(body, prompt, input.prompt);
  if (count && input.count !== undefined) place(body, count.field, input.count);
  if (image !== null && input.image) {
    const uri = dataUriOf(input.image);
    place(body, image.field, image.takesList ? [uri] : uri);
  }
  if (size !== null && input.size !== undefined) place(body, size.field, wireSize(size.as, input.size));
  return body;
}

/** An image inside a JSON body. @throws Refusal `upload/too-large`. */
export function dataUriOf(image: SubmissionImage): string {
  return `data:${image.contentType};base64,${base64Of(image)}`;
}

/** @throws Refusal `upload/too-large` */
export function base64Of({ bytes }: SubmissionImage): string {
  if (bytes.byteLength > inlineImageLimitBytes) {
    throw new Refusal("upload/too-large", { bytes: bytes.byteLength, limitBytes: inlineImageLimitBytes });
  }
  return Buffer.from(bytes).toString("base64");
}

/** Writes under a name whose dots lead into objects, made where they are missing. */
function place(body: Body, field: string, value: Json): void {
  const steps = field.split(".");
  const name = steps.pop() ?? "";
  const holder = steps.reduce((at, step) => {
    const inner = at[step];
    const next: Body = isBody(inner) ? inner : {};
    at[step] = next;
    return next;
  }, body);
  holder[name] = value;
}

function isBody(value: Json | undefined): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
