import type { Tx } from "@covenant/db";
import { appealPath, type CaseId, type StorefrontId } from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import type { PromptCase } from "../cases/lock-case.ts";
import { writeMail } from "../mail/write-mail.ts";

/** Mails the member what a person decided about their generation, why, and what it did to their credits and to the strike for it. */
export async function tellOfDecision(
  tx: Tx,
  { id: caseId, memberId, storefront, generationId }: PromptCase,
  { explanation, origin, isOverturned }: { explanation: string; origin: string; isOverturned: boolean },
): Promise<void> {
  const member = await tx.rows.member.findUniqueOrThrow({ where: { id: memberId } });
  const { id, name } = storefronts[storefront as StorefrontId];
  await writeMail(tx, {
    storefront: id,
    to: member.email,
    subject: `${name}: a decision about your generation`,
    body: [
      explanation,
      ...(await sayStrike(tx, { generationId, storefront: id, page: `${origin}/standing` })),
      `The generation is ${generationId}.`,
      ...(isOverturned
        ? []
        : [`To appeal the decision, in your own words and free of charge: ${origin}${appealPath(caseId as CaseId)}`]),
    ].join("\n\n"),
  });
}

type OfStrike = { generationId: string; storefront: StorefrontId; page: string };

/** What the decision made of the strike, and where strikes are to be read; empty where there is none. */
async function sayStrike(tx: Tx, { generationId, storefront, page }: OfStrike): Promise<string[]> {
  const strike = await tx.rows.strike.findFirst({
    where: { generationId, state: { in: ["counting", "void", "expired"] } },
  });
  if (strike === null) return [];
  const day = spellDate(civilDateIn(strike.expiresAt, zoneOf(storefront)));
  return [`${strikeSentence(strike, day)} How your account stands: ${page}`];
}

function strikeSentence({ state, weight }: { state: string; weight: number }, day: string): string {
  if (state === "void") return "The strike for it is void and weighs nothing.";
  if (state === "counting") return `The strike for it counts: it weighs ${weight} until it expires on ${day}.`;
  return `The strike for it stays on record. Its time ended on ${day}, so it weighs nothing.`;
}
