import { type Currency, credits, type PackView, type StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";

/** The packs on sale at a storefront, in its order. */
export async function listPacks({ db }: Pick<Deps, "db">, storefront: StorefrontId): Promise<PackView[]> {
  const rows = await db.rows.pack.findMany({ where: { storefront, enabled: true }, orderBy: { position: "asc" } });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    credits: credits(row.credits),
    price: { amountMinor: row.amountMinor, currency: row.currency as Currency },
    expiresAfterDays: row.expiresAfterDays,
  }));
}
