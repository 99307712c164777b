import { recordAct } from "@covenant/db";
import { type ExchangeRateFile, type ExchangeRateRequest, newId, Refusal, type StaffActor } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { viewRates } from "./list-rates.ts";
import { findRate } from "./rate-in-force.ts";

/** A rate moves by less in any week: more is a slip of the keyboard. */
const largestStep = 0.2;

/**
 * Sets the rate of a storefront's payments in CNY, from now or a moment to come. Orders that are placed keep theirs. The same
 * request sent twice sets one.
 * @throws Refusal "request/invalid" for a storefront without such payments, a time that is over, or a rate too far off.
 */
export async function setRate(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  { requestId, storefront, rate, effectiveAt: from, source }: ExchangeRateRequest,
): Promise<ExchangeRateFile> {
  const now = clock.now();
  const effectiveAt = from === undefined ? now : new Date(from);
  const { currency: base, cnyPerUsd } = storefronts[storefront];
  if (cnyPerUsd === null) refuse("storefront", "Nobody pays there in another currency.");
  if (effectiveAt < now) refuse("effectiveAt", "A rate cannot hold for a time that is over.");
  await db.transaction(async (tx) => {
    if ((await tx.rows.exchangeRate.findUnique({ where: { requestId } })) !== null) return;
    const before = await findRate(tx, { storefront, quote: "CNY", at: effectiveAt });
    if (before !== null && Math.abs(Number(rate) / Number(before.rate) - 1) > largestStep)
      refuse("rate", `That is more than a fifth off the rate before it, ${before.rate}.`);
    const id = newId("exchangeRate");
    const row = { id, storefront, base, quote: "CNY", rate, effectiveAt, source, staffId: actor.staffId, requestId };
    await tx.rows.exchangeRate.create({ data: { ...row, createdAt: now } });
    const facts = { rate, before: before?.rate ?? null, effectiveAt: effectiveAt.toISOString() };
    await recordAct(tx, { actor, act: "exchange-rate.set", on: id, note: source, facts });
  });
  return viewRates({ db, clock }, storefront);
}

function refuse(field: string, reason: string): never {
  throw new Refusal("request/invalid", { field, reason });
}
