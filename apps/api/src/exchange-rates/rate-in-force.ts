import type { Database, Prisma, Tx } from "@covenant/db";
import type { Currency, StorefrontId } from "@covenant/domain";

export type RateRow = Prisma.ExchangeRateGetPayload<object>;
type Reader = Pick<Database, "rows"> | Pick<Tx, "rows">;
type Pair = { storefront: StorefrontId; quote: Currency; at: Date };

/** The newest rate whose time has come; of two of one moment the one set last. Null where there is none. */
export function findRate({ rows }: Reader, { storefront, quote, at }: Pair): Promise<RateRow | null> {
  return rows.exchangeRate.findFirst({
    where: { storefront, quote, effectiveAt: { lte: at } },
    orderBy: [{ effectiveAt: "desc" }, { createdAt: "desc" }],
  });
}

/** @throws Error where a storefront takes a currency that it has no rate for, which the seed writes. */
export async function getRate(reader: Reader, pair: Pair): Promise<string> {
  const row = await findRate(reader, pair);
  if (row === null) throw new Error(`${pair.storefront} has no rate for ${pair.quote}`);
  return row.rate;
}
