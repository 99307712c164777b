import type { Database } from "@covenant/db";
import { type GenerationSpec, type MemberActor, Refusal } from "@covenant/domain";

const takesImage = new Set(["image-to-image", "image-to-3d", "background-removal"]);
const takesPrompt = new Set(["text-to-image", "image-to-image"]);

/** Holds a spec to what its model takes: an upload of this member that is still there, a prompt that says something. */
export async function requireInputs(
  db: Pick<Database, "rows">,
  { memberId }: MemberActor,
  { prompt, uploadId }: GenerationSpec,
  modality: string,
): Promise<void> {
  if (takesPrompt.has(modality) && prompt.trim() === "") {
    throw new Refusal("request/invalid", { field: "prompt", reason: "This model needs a prompt." });
  }
  if (!takesImage.has(modality)) return;
  if (uploadId === undefined)
    throw new Refusal("request/invalid", { field: "uploadId", reason: "This model needs an image." });
  const isThere = {
    keyDestroyedAt: null,
    purgeCause: null,
    OR: [{ keepUntil: null }, { keepUntil: { gt: new Date() } }],
  };
  const upload = await db.rows.upload.findFirst({ where: { id: uploadId, memberId, ...isThere } });
  if (upload === null) throw new Refusal("thing/not-found", { thing: "upload" });
}
