import type { Database } from "@covenant/db";
import { type GenerationSpec, type MemberActor, Refusal } from "@covenant/domain";
import { requireUpload } from "../uploads/require-upload.ts";

const needsImage = new Set(["image-to-image", "image-to-3d", "background-removal"]);
const needsPrompt = new Set(["text-to-image", "image-to-image"]);

type Inputs = { modality: string; promptMost: number | null; routes: readonly { operation: string }[] };

/** Holds a spec to what its model takes: a file of this member that can still be read, a prompt that says something. */
export async function requireInputs(
  db: Pick<Database, "rows" | "query">,
  { memberId }: MemberActor,
  { prompt, uploadId }: GenerationSpec,
  { modality, promptMost, routes }: Inputs,
): Promise<void> {
  if (needsPrompt.has(modality) && prompt.trim() === "") {
    throw new Refusal("request/invalid", { field: "prompt", reason: "This model needs a prompt." });
  }
  if (promptMost !== null && prompt.length > promptMost) {
    const reason = `This model takes prompts of ${promptMost.toLocaleString("en-US")} characters at most.`;
    throw new Refusal("request/invalid", { field: "prompt", reason });
  }
  if (uploadId === undefined) {
    if (!needsImage.has(modality)) return;
    throw new Refusal("request/invalid", { field: "uploadId", reason: "This model needs an image." });
  }
  if (!routes.some(({ operation }) => needsImage.has(operation))) {
    throw new Refusal("request/invalid", { field: "uploadId", reason: "This model takes no image." });
  }
  await requireUpload(db, memberId, uploadId);
}
