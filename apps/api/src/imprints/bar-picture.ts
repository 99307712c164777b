import { recordAct } from "@covenant/db";
import {
  type BarRequest,
  type GenerationId,
  type PictureBarId,
  Refusal,
  type StaffActor,
  type StorefrontId,
  type ViolationCategory,
} from "@covenant/domain";
import { qualityAtLeast } from "@covenant/imprint";
import { ruleOnPrompt } from "@covenant/policy";
import { requirePromptCase } from "../cases/lock-case.ts";
import type { Deps } from "../deps.ts";
import { insertBar, listBarsOn } from "./bars-store.ts";
import { signalOf } from "./find-barred.ts";
import { listImprintsOf } from "./imprints-store.ts";

/**
 * Bars a picture of a case: from now on one that is near it is neither delivered nor worked from, at any storefront, and a person
 * looks at each. The clause is the one by which the case's storefront forbids the category. Sent twice, or of a
 * picture whose bar stands, it answers the one there is.
 *
 * @throws Refusal `thing/not-found` for a picture that is none of the case's; `request/invalid` for one with too little in it
 * to be known again, and for a category that blames nobody there.
 */
export async function barPicture(
  { db }: Pick<Deps, "db">,
  actor: StaffActor,
  { requestId, caseId, imprintId, category, source, note }: BarRequest,
): Promise<{ pictureBarId: PictureBarId }> {
  return db.transaction(async (tx) => {
    const found = requirePromptCase(await tx.rows.case.findUnique({ where: { id: caseId } }));
    const pictures = await listImprintsOf(tx, found.generationId as GenerationId);
    const picture = pictures.find(({ id }) => id === imprintId);
    if (picture === undefined) throw new Refusal("thing/not-found", { thing: "picture" });
    if (picture.quality < qualityAtLeast)
      throw new Refusal("request/invalid", { field: "imprintId", reason: tooPlain });
    const clauseId = clauseAgainst(category, { storefront: found.storefront as StorefrontId, at: tx.at });
    const facts = { category, clauseId, source };
    const id = await insertBar(tx, { requestId, caseId, imprintId, ...facts, note, barredBy: actor.staffId });
    if (id !== null) {
      await recordAct(tx, { actor, act: "picture.bar", on: caseId, note, facts: { ...facts, pictureBarId: id } });
      return { pictureBarId: id };
    }
    const [standing] = await listBarsOn(tx, [imprintId]);
    if (standing !== undefined) return { pictureBarId: standing.id };
    const ended = await tx.rows.pictureBar.findUniqueOrThrow({ where: { requestId }, select: { id: true } });
    return { pictureBarId: ended.id as PictureBarId };
  });
}

const tooPlain = "There is too little in this picture to know it again.";

/** The clause that a near picture will be withheld by, from the same question that will then be asked. */
function clauseAgainst(category: ViolationCategory, placed: { storefront: StorefrontId; at: Date }): string {
  const { outcome, clauses } = ruleOnPrompt({ ...placed, signals: [signalOf(category)], of: "result" });
  const [clause] = clauses;
  if (clause !== undefined && outcome.standing === "suspected") return clause.id;
  throw new Refusal("request/invalid", { field: "category", reason: "The terms forbid no pictures for this." });
}
