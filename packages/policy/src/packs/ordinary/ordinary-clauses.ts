import { assumed, type Clause, type ClauseEntry, inDocument } from "../../clause.ts";
import { strikeScale } from "../../sanctions/strike-scale.ts";
import { conductPractice, firstConductMeasure } from "../conduct-practice.ts";
import { lawClauses } from "../law.ts";
import { practice } from "../practice.ts";
import type { OrdinaryIds } from "./topics.ts";

const { scale, blocked, refused, ladder, closingDays, appeal } = firstConductMeasure;

/** What a strike weighs where the documents do not say. */
export const ordinaryStrikes = strikeScale(180);

/** Ordinary practice as clauses, and the law's, in force since a civil day. */
export function ordinaryClauses(ids: OrdinaryIds, since: string): readonly Clause[] {
  return [
    ...inDocument("terms", since, termsOf(ids)),
    ...inDocument("acceptable-use", since, usesOf(ids)),
    ...inDocument("refunds", since, refundsOf(ids)),
    ...inDocument("privacy", since, privacyOf(ids)),
    ...inDocument("copyright", since, [practice.notices(ids.notices)]),
    ...lawClauses(since),
  ];
}

function termsOf(ids: OrdinaryIds): ClauseEntry[] {
  return [
    assumed(ids.agreement, "ruling", "Using it means agreeing", "Whoever uses the service agrees to these terms."),
    assumed(ids.account, "ruling", "An account to pay from", "Everything that costs credits needs an account."),
    practice.acceptance(ids.joining),
    practice.termsNotice(ids.newTerms),
    practice.confirmedAddress(ids.confirmedAddress),
    assumed(
      ids.suspension,
      "ruling",
      "Breaking the rules can end access",
      "An account that breaks these terms can be suspended for a time or closed for good.",
    ),
    practice.supportTarget(ids.support),
    assumed(
      ids.liability,
      "ruling",
      "No limit is named",
      "These terms name no limit to what we can owe for a loss: what is owed is what the law says.",
    ),
    conductPractice.told(ids.told),
    conductPractice.closing(ids.closing, closingDays),
    conductPractice.left(ids.left),
    conductPractice.appealing(ids.appealing, appeal),
  ];
}

function usesOf(ids: OrdinaryIds): ClauseEntry[] {
  return [
    assumed(ids.rights, "ruling", "Only what you may use", "Use only what you hold the rights to."),
    assumed(
      ids.content,
      "ruling",
      "Nothing illegal or harmful",
      "Illegal, harmful or otherwise forbidden content may not be uploaded or asked for.",
    ),
    practice.doubt(ids.doubt),
    practice.picturesChecked(ids.pictures),
    practice.strikes(ids.strikes, ordinaryStrikes),
    practice.proof(ids.proof),
    practice.undone(ids.undone),
    assumed(
      ids.fairUse,
      "ruling",
      "Fair use",
      "Fraud and malicious software are forbidden. So is getting around limits, security or a model's safety controls, breaking the usage policy of the company behind a model, and letting others use your keys. A key that has leaked is ended.",
    ),
    conductPractice.judged(ids.judged),
    conductPractice.strikes(ids.conductStrikes, scale),
    conductPractice.repeated(ids.repeated, blocked),
    conductPractice.refused(ids.refusedAgain, refused),
    conductPractice.mild(ids.mild, ladder),
    conductPractice.suspension(ids.firstSuspension, ladder),
    conductPractice.lastRungs(ids.lastRungs, ladder),
    conductPractice.addUp(ids.addUp, ladder),
    conductPractice.rests(ids.rests),
  ];
}

function refundsOf(ids: OrdinaryIds): ClauseEntry[] {
  return [
    assumed(
      ids.spent,
      "ruling",
      "What a generation costs",
      "Credits are bought ahead. What is delivered uses the credits that were shown before.",
    ),
    assumed(
      ids.noResult,
      "ruling",
      "No result, no cost",
      "Without a result no credits are used, whether the request was blocked, failed or was cancelled. A strike for a breach stands on its own clause.",
    ),
    assumed(
      ids.shownPrice,
      "ruling",
      "The price shown is the price",
      "For each request the price shown when it was made holds.",
    ),
    assumed(
      ids.final,
      "ruling",
      "Bought credits are final",
      "Bought credits are not exchanged back into money, except where the law gives you that right.",
    ),
    practice.takesBack(ids.takesBack),
    practice.paidBackOnce(ids.paidOnce),
    practice.bankWarning(ids.bankWarning),
    practice.noWayBack(ids.noWayBack),
    practice.cancellation(ids.cancelling),
    practice.priceNotice(ids.priceNotice),
    practice.packsStay(ids.packs),
    practice.planCredits(ids.plans),
    practice.givenCredits(ids.given),
    practice.grace(ids.grace),
    practice.suspendedRenewals(ids.suspendedRenewals),
  ];
}

function privacyOf(ids: OrdinaryIds): ClauseEntry[] {
  return [
    assumed(
      ids.stored,
      "ruling",
      "Until when things are stored",
      "Your prompts, files and results, your history and the records of calls stay until you delete them or your account ends.",
    ),
    practice.safetyRecords(ids.records),
    assumed(
      ids.recipients,
      "recipients",
      "Who receives data",
      "Requests go to fal.ai and to the companies behind the models, and a moderation model of OpenAI reads their words beforehand and looks at a small copy of each picture that is made. Stripe takes payments, Resend carries our mail, our files lie encrypted with a storage company, and our servers are another company's. Nobody else receives your data, except where the law demands it.",
    ),
    assumed(
      ids.dataRights,
      "ruling",
      "Your rights",
      "You can ask to see, correct, delete or export your data, to object to a use of it or to have it restricted, and to close your account, by a mail to support.",
    ),
  ];
}
