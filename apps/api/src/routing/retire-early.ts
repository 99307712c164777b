import { recordAct, type Tx } from "@covenant/db";

const ourselves = { kind: "system", part: "routing" } as const;

/**
 * An upstream ended a name before the day it had announced: its routes end today and fall to the successor that the registry
 * names. A name without one is only kept shut, since nobody has said that it ends.
 */
export async function retireEarly(
  tx: Tx,
  { provider, upstreamModel }: { provider: string; upstreamModel: string },
  at: Date,
): Promise<void> {
  const today = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
  const routes = await tx.rows.route.findMany({
    where: { provider, upstreamModel, successor: { not: null }, retiredFrom: { gt: today } },
  });
  for (const { id, storefront, modelId, successor, retiredFrom } of routes) {
    await tx.rows.route.update({ where: { id }, data: { retiredFrom: today } });
    const facts = { route: id, successor, announcedFor: retiredFrom?.toISOString().slice(0, 10) ?? null };
    await recordAct(tx, { actor: ourselves, act: "route.retire", on: `${storefront}/${modelId}`, facts });
  }
}
