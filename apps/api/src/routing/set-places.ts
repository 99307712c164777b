import { recordAct } from "@covenant/db";
import { type PlacesRequest, Refusal, type StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";

/** Sets how many jobs our account at a provider may have in flight. @throws Refusal `thing/not-found`. */
export async function setPlaces(
  { db }: Pick<Deps, "db">,
  actor: StaffActor,
  { provider, places }: PlacesRequest,
): Promise<PlacesRequest> {
  return db.transaction(async (tx) => {
    const before = await tx.rows.upstreamAccount.findUnique({ where: { provider } });
    if (before === null) throw new Refusal("thing/not-found", { thing: "provider" });
    await tx.rows.upstreamAccount.update({ where: { provider }, data: { places } });
    const facts = { before: before.places, after: places };
    await recordAct(tx, { actor, act: "provider.set-places", on: provider, facts });
    return { provider, places };
  });
}
