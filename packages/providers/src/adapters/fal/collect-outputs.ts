import { type ArtifactFormat, contentTypes } from "@covenant/domain";
import type { Outcome, OutputField, UpstreamOutput } from "../../spec.ts";
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
  return holdersAt(field.path, body).flatMap(({ holder, name }, index) => {
    const url = holder[name];
    if (typeof url !== "string" || !/^https?:\/\//i.test(url)) return [];
    return [{ url, role: field.role, format: formatToldBy(holder) ?? field.format, index }];
  });
}

/** Walks `a.b[].url` and gives the objects that hold the last name. */
function holdersAt(path: string, body: unknown): { holder: Record<string, unknown>; name: string }[] {
  const steps = path.split(".");
  const name = steps.pop() ?? "";
  const reached = steps.reduce<unknown[]>(
    (from, step) =>
      step.endsWith("[]")
        ? from.flatMap((value) => listAt(value, step.slice(0, -2)))
        : from.map((value) => (isRecord(value) ? value[step] : undefined)),
    [body],
  );
  return reached.map((holder) => ({ holder: isRecord(holder) ? holder : {}, name }));
}

function listAt(value: unknown, name: string): unknown[] {
  const list = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** fal's file objects carry their type beside the address. */
function formatToldBy({ content_type: told }: Record<string, unknown>): ArtifactFormat | null {
  const found = Object.entries(contentTypes).find(([, contentType]) => contentType === told);
  return found ? (found[0] as ArtifactFormat) : null;
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
