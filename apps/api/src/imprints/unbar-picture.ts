import { recordAct } from "@covenant/db";
import { type CaseId, type PictureBarId, Refusal, type StaffActor, type UnbarRequest } from "@covenant/domain";
import type { Deps } from "../deps.ts";

/** Lets a barred picture come back from now on. What was withheld before stays so. Ended twice is ended. @throws Refusal `thing/not-found`. */
export async function unbarPicture(
  { db }: Pick<Deps, "db">,
  actor: StaffActor,
  { pictureBarId: id, note }: UnbarRequest,
): Promise<{ pictureBarId: PictureBarId }> {
  return db.transaction(async (tx) => {
    const found = await tx.rows.pictureBar.findUnique({ where: { id }, select: { caseId: true } });
    if (found === null) throw new Refusal("thing/not-found", { thing: "picture bar" });
    const { count } = await tx.rows.pictureBar.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: tx.at, endedBy: actor.staffId, endNote: note },
    });
    const facts = { pictureBarId: id };
    if (count === 1) await recordAct(tx, { actor, act: "picture.unbar", on: found.caseId as CaseId, note, facts });
    return { pictureBarId: id };
  });
}
