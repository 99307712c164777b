import { assumed, type ClauseEntry } from "../clause.ts";
import { strikeScale } from "../sanctions/sanction-rules.ts";

const { grave, ordinary } = strikeScale;

/** Clauses of ordinary practice that storefronts' documents take for granted; each storefront takes those it needs. */
export const practice = {
  acceptance: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Each version is accepted once",
      "You accept the terms by ticking them when you join. When they change in substance we show you the new version, and you accept that one once before you start anything new.",
    ),
  confirmedAddress: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "A confirmed e-mail address",
      "You confirm your e-mail address once, by a link we send there, before your first request. Receipts and decisions go to that address.",
    ),
  doubt: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Doubt blames nobody",
      "Prompts and uploads are checked before they run. Rude words, a flag without a reason or a flag without certainty stop the request and nothing more: no credits are taken and no strike is given.",
    ),
  proof: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "What proves a breach",
      "A breach is proven by two independent checks that agree on a forbidden category with high confidence, or by a person's decision. One sure check alone is a suspicion, and its strike waits for a person. Credits that wait with it wait three business days at most.",
    ),
  strikes: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Strikes and how long they count",
      `A proven breach is a strike that weighs ${ordinary.weight} and counts for ${ordinary.expiresAfterDays} days. Endangering children and intimate imagery without consent weigh ${grave.weight} and count for ${grave.expiresAfterDays} days. An expired strike stays on record and stops counting.`,
    ),
  undone: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "A wrong decision is undone",
      "If a person finds that a block was wrong, credits that waited are released, credits that were taken are paid back by a new entry, and the strike is void. The record shows both decisions; nothing is erased.",
    ),
} as const;
