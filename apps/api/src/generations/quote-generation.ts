import { getBalance } from "@covenant/db";
import { after, credits, duration, type MemberActor, newId, type QuoteView, Refusal } from "@covenant/domain";
import { ruleOnRetention, whoPays } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { getModel } from "../models/find-model.ts";

export type QuoteQuestion = { modelId: string; size?: string | undefined; count?: number | undefined };

const validFor = duration.minutes(10);

/** Prices one generation for ten minutes, and says who pays if it goes wrong and how long its files live. */
export async function quoteGeneration(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId, storefront }: MemberActor,
  { modelId, size, count = 1 }: QuoteQuestion,
): Promise<QuoteView> {
  const at = clock.now();
  const model = await getModel(db, { storefront, memberId, modelId, at });
  if (size !== undefined && !model.sizes.includes(size)) {
    throw new Refusal("request/invalid", { field: "size", reason: `This model makes ${model.sizes.join(", ")}.` });
  }
  if (count > model.countMost) {
    throw new Refusal("request/invalid", { field: "count", reason: `This model makes ${model.countMost} at a time.` });
  }
  const price = credits(model.credits * count);
  const id = newId("quote");
  const validUntil = after(at, validFor);
  await db.rows.quote.create({
    data: { id, storefront, memberId, modelId, size: size ?? null, count, credits: price, createdAt: at, validUntil },
  });
  const { available } = await getBalance(db, memberId);
  const retention = ruleOnRetention({
    storefront,
    at,
    subject: "artifact",
    createdAt: at,
    firstDownloadConfirmedAt: null,
    preservedAt: null,
  });
  return {
    quoteId: id,
    modelId,
    credits: price,
    balanceAfter: available - price,
    expectedSeconds: model.expectedSeconds,
    validUntil: validUntil.toISOString(),
    retention: { sentence: retention.explanation.member, clauses: [...retention.clauses] },
    charges: whoPays(storefront, at).map(({ when, sentence, ruling }) => ({
      when,
      sentence,
      clauses: [...ruling.clauses],
    })),
  };
}
