import { assumed, type ClauseEntry, interpreted } from "../clause.ts";
import { graceDays } from "../credit-expiry/credit-expiry-rules.ts";
import type { StrikeScale } from "../sanctions/strike-scale.ts";
import { termsNoticeDays } from "../terms-acceptance/terms-acceptance-rules.ts";

/** Enough to cancel before a renewal at a new price, where the documents promise notice and name no days. */
export const noticeDays = 7;

/** Clauses of ordinary practice that storefronts' documents take for granted; each storefront takes those it needs. */
export const practice = {
  acceptance: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Each version is accepted once",
      "You accept the terms by ticking them when you join. When they change in substance we show you the new version, and you accept that one once before you start anything new.",
    ),
  acceptanceByUse: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Accepted by joining, and by going on",
      "You accept the terms by ticking them when you join. You accept a later version that changes them in substance with the first thing you ask for on or after its day, and we record when that was.",
    ),
  termsNotice: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "How you learn of new terms",
      `A new version of these terms carries the day it takes effect, and can be read here from the day it is announced. If it changes what applies to you, we tell you by mail and by a banner at least ${termsNoticeDays} days before that day. If it changes only words, nothing is asked of you.`,
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
      "Prompts and uploads are checked before they run. Rude words, a flag without a reason or a flag without certainty stop the request and have no other effect: no credits are taken and no strike is given.",
    ),
  picturesChecked: (id: string): ClauseEntry =>
    assumed(
      id,
      "pictures-held-against-bars",
      "Pictures are checked too",
      "Before a picture is handed over, a moderation model looks at a small copy of it, and what it looks like in 256 bits is held against pictures that may not come back, as is a picture you give us before anything is made from it. A result that is withheld is not stored and blames nobody. What it looked like stays in those 256 bits, for whoever looks at the case.",
    ),
  proof: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "What proves a breach",
      "A breach is proven by two independent checks that agree on a forbidden category with high confidence, or by a person's decision. One sure check alone is a suspicion, and its strike waits for a person. Credits that wait with it wait three business days at most.",
    ),
  strikes: (id: string, { grave, ordinary }: StrikeScale): ClauseEntry =>
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
  notices: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "How we deal with notices",
      "A notice or counter-notice that lacks something gets an answer within one business day that says what is missing, and it can be added within 10 business days. What a complete copyright notice names is made unavailable within two business days, mostly sooner. If we do not keep it, we say so within one business day. What comes back after a counter-notice comes back on business day 12. Public holidays of the United States are no business days here (5 U.S.C. 6103).",
    ),
  supportTarget: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "No promised time for answers",
      "The documents name no time in which support answers, so we promise none. In the house we work towards three business days.",
    ),
  paidMonths: (id: string): ClauseEntry =>
    interpreted(
      id,
      "ruling",
      "How the twelve months are counted",
      "The clause does not say how its months are counted. We count them by the calendar, back to the same day of the month. Everything you paid in them counts, also what went back to you later, since doubt is not yours to bear. What the law does not let anyone limit is not limited by it.",
    ),
  takesBack: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "A refund takes its credits back",
      "When the money for an order goes back to you, the credits it paid for go with it: unspent ones are taken out of your balance, and used ones stay used. If part of the money goes back, it takes the credits it paid for, at the price you paid for each.",
    ),
  paidBackOnce: (id: string): ClauseEntry =>
    interpreted(
      id,
      "ruling",
      "A payment goes back once",
      "The law and these terms speak of giving back a payment that we still have. We take that to mean that what has gone back to you is not paid back again, by us or by your bank. While a bank looks into a payment it has taken the money from us, so we wait for what it decides.",
    ),
  bankWarning: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "When a bank warns us",
      "Banks warn us when the owner of a card may not have made a payment. We then give the whole payment back of our own accord.",
    ),
  noWayBack: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "When money cannot go back",
      "Money goes back the way it came. Alipay accepts refunds for 90 days after the payment; after that you get credits of the same worth instead, and keep the ones you bought.",
    ),
  cancellation: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Cancelling a subscription",
      "If you have a subscription, you can cancel it at any time on the billing page or by mail to support. That holds from the moment it reaches us, and we confirm it by mail. The subscription runs to the end of the period that is paid, and its credits can be used until they expire as the plan says.",
    ),
  suspendedRenewals: (id: string): ClauseEntry =>
    assumed(
      id,
      "paused-renewals",
      "No renewals while you are suspended",
      "While an account is suspended, its subscription is not renewed: nothing is charged and no credits are added. Once the suspension is over it goes on with the next renewal.",
    ),
  priceNotice: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "How subscribers learn of new prices",
      `Subscribers get a mail at least ${noticeDays} days before a new price, or another number of credits per generation, reaches them. Everybody else sees what things cost before buying.`,
    ),
  packsStay: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Packs do not expire",
      "Credits bought as a pack do not expire unless the pack was sold with a number of days.",
    ),
  planCredits: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Credits of a plan expire with the plan",
      "If you have a subscription, it brings credits each period, and these expire as the plan says.",
    ),
  givenCredits: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Credits we give you",
      "A bonus expires only if it came with a number of days, and credits that make up for something do not expire.",
    ),
  safetyRecords: (id: string): ClauseEntry =>
    assumed(
      id,
      "records-stay",
      "Records of your account and of decisions",
      "Records of your account, its payments and what was decided about it stay as long as the account, and afterwards as long as the law asks or a claim can be made.",
    ),
  grace: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Credits that come back late",
      `Credits that come back to you when they would already have expired can be used for ${graceDays} more days. This does not apply if they come back because you cancelled, or after a dispute that your bank decided in our favour.`,
    ),
} as const;
