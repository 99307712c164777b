import type { Outcome, OutputField, UpstreamOutput } from "../../spec.ts";
import { addressIn, findFields } from "../find-fields.ts";
import { formatTold } from "../format-told.ts";
import { moderatedBody } from "./wire.ts";

/** Finds the outputs in a result by the route's fields, leaving out what fal's safety check marked. */
export function collectOutputs(fields: readonly OutputField[], body: unknown): Outcome {
  const isMarked = markedBy(body);
  const found = fields.flatMap((field) => outputsAt(field, body));
  const outputs = found.filter((output) => !isMarked(output.index)).map(({ index: _, ...output }) => output);
  const withheld = found.length - outputs.length;
  if (outputs.some(({ role }) => role === "main")) return { kind: "finished", outputs, withheld };
  if (withheld > 0 || isMarked(0)) {
    return failed("policy-output", "result marked by the safety check");
  }
  return failed("unknown", "result without the expected output");
}

type FoundOutput = UpstreamOutput & { index: number };

function outputsAt(field: OutputField, body: unknown): FoundOutput[] {
  return findFields(field.path, body).flatMap((found, index) => {
    const url = addressIn(found);
    if (url === null) return [];
    // fal's file objects carry their type beside the address.
    return [{ url, role: field.role, format: formatTold(found.holder.content_type) ?? field.format, index }];
  });
}

/** Image models answer 200 with a black picture and a flag, one for all or one for each. */
function markedBy(body: unknown): (index: number) => boolean {
  const told = moderatedBody.safeParse(body);
  if (!told.success) return () => false;
  const flags = [told.data.has_nsfw_concepts, told.data.nsfw_content_detected];
  return (index) => flags.some((flag) => (Array.isArray(flag) ? flag[index] === true : flag === true));
}

function failed(failureClass: "policy-output" | "unknown", detail: string): Outcome {
  return { kind: "failed", failure: { class: failureClass, category: null, stage: "output", detail: `fal ${detail}` } };
}
