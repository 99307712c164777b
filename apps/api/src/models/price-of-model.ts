import type { SqlRunner } from "@covenant/db";
import type { MemberId, StorefrontId } from "@covenant/domain";
import { type ModelPriceRuling, ruleOnModelPrice } from "./rule-on-model-price.ts";

/** What a generation costs somebody now, and the next price that is set for them. */
export type PriceNow = { credits: number; coming: { credits: number; from: Date } | null };

type PriceRow = {
  modelId: string;
  credits: number;
  effectiveAt: Date;
  /** Whether they had a subscription when it was set, which still runs: then they are to be told first. */
  isBound: boolean;
  toldAt: Date | null;
};

type Asked = { storefront: StorefrontId; memberId: MemberId | null; at: Date };

/**
 * A notice counts from when its mail has left, and one that its carrier refused told nobody. Whoever subscribed after a price
 * was set has seen it announced, and so nobody has to tell them.
 */
const pricesQuery = `
  SELECT p.model_id AS "modelId", p.credits, p.effective_at AS "effectiveAt", greatest(n.told_at, w.sent_at) AS "toldAt",
    EXISTS (SELECT FROM subscription s WHERE s.member_id = $2::text AND s.started_at <= p.created_at
      AND s.state NOT IN ('placed', 'ended')) AS "isBound"
  FROM model_price p
  LEFT JOIN (model_price_notice n JOIN mail w ON w.id = n.mail_id AND w.state = 'sent')
    ON n.price_id = p.id AND n.member_id = $2::text
  WHERE p.storefront = $1::text
  ORDER BY p.model_id, p.effective_at`;

/** The price of each model of a storefront, for a member or for anybody. */
export async function pricesNow(sql: SqlRunner, asked: Asked): Promise<ReadonlyMap<string, PriceNow>> {
  const rows = await sql.query<PriceRow>(pricesQuery, [asked.storefront, asked.memberId]);
  const ofModel = new Map<string, PriceRow[]>();
  for (const row of rows) ofModel.set(row.modelId, [...(ofModel.get(row.modelId) ?? []), row]);
  return new Map([...ofModel].map(([modelId, prices]) => [modelId, priceNow(asked, prices)]));
}

/**
 * Prices follow each other; each is reached at its time. A higher one waits for a subscriber until they were told of it long
 * enough before; a lower one waits for nobody, since notice protects and never costs.
 */
function priceNow({ storefront, at }: Asked, [first, ...later]: readonly PriceRow[]): PriceNow {
  if (first === undefined) throw new Error("a model has at least the price it came with");
  let { credits } = first;
  let coming: PriceNow["coming"] = null;
  for (const price of later) {
    const from = reaches(storefront, price, { isHigher: price.credits > credits, at });
    if (from <= at) {
      credits = price.credits;
      coming = null;
    } else if (price.credits !== credits) coming ??= { credits: price.credits, from };
  }
  return { credits, coming };
}

/** From when a price holds for whom its row was read for. */
function reaches(
  storefront: StorefrontId,
  { isBound, toldAt, effectiveAt }: PriceRow,
  { isHigher, at }: { isHigher: boolean; at: Date },
): Date {
  if (!isBound || !isHigher) return effectiveAt;
  const answer = ruleOnModelPrice({ storefront, customer: "subscriber", at, toldAt, effectiveAt });
  return earliestOf(answer);
}

/** The first instant at which the price may hold for the customer who was asked about. */
export function earliestOf({ ruling, facts }: ModelPriceRuling): Date {
  return new Date(Math.max(ruling.outcome.earliestAt.getTime(), facts.effectiveAt.getTime()));
}
