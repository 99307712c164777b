import { assumed, type ClauseEntry, interpreted, stated } from "../../clause.ts";
import { practice } from "../practice.ts";

export const refunds: readonly ClauseEntry[] = [
  stated(
    "IAI-6.1",
    "ruling",
    "A generation uses its credits",
    "Each picture uses the number of credits shown for its model.",
  ),
  stated(
    "IAI-4.3",
    "ruling",
    "A blocked generation is refunded",
    "When a check flags a generation, it is blocked and its credits come back to you without your asking.",
  ),
  stated(
    "IAI-8.5",
    "ruling",
    "Breaches are not refunded",
    "Credits used on a prompt or upload that breaks the acceptable-use rules are not returned. It makes no difference whether a picture was made, we blocked it, or the company behind the model refused it.",
  ),
  interpreted(
    "IAI-i1",
    "ruling",
    "How the two refund clauses fit together",
    "Clause IAI-4.3 is the general rule, clause IAI-8.5 an exception to it. The exception speaks of prompts and uploads that break the rules, so it applies once that is proven: two independent checks agree on a forbidden category with high confidence, or a person decides so. A weak flag, a flag without a category, and a flagged picture from an innocent prompt give the credits back at once. One sure check alone keeps them for a person, three business days at most; then they come back. If the breach is proven the credits are spent, a strike is given, and you learn the category, the clause, the cost and how to appeal. An appeal that succeeds pays the credits back by a new entry and voids the strike.",
  ),
  assumed(
    "IAI-8.2",
    "ruling",
    "A failed generation is refunded",
    "The terms announce cases in which credits are returned. We count these among them: the company behind the model fails or takes too long, a request never starts, or its file or settings cannot be used.",
  ),
  assumed(
    "IAI-a4",
    "ruling",
    "Cancelling before a result",
    "A request you cancel before there is a picture gives its credits back.",
  ),
  stated(
    "IAI-8.1",
    "ruling",
    "Refunds are decided case by case",
    "Whether money is returned is decided for each case on its own.",
  ),
  stated(
    "IAI-8.3",
    "ruling",
    "Used is used",
    "Used credits, and credits of periods you have used, are generally not exchanged back into money.",
  ),
  stated(
    "IAI-8.4",
    "ruling",
    "A refund takes its credits back",
    "When an order is refunded, the credits it brought go: what is left of them is voided, and what was spent counts as used.",
  ),
  stated(
    "IAI-8.6",
    "ruling",
    "Repeated breaches cost the balance",
    "Repeated attempts to break the rules can end in suspension or closure without a refund of the credits that are left.",
  ),
  stated(
    "IAI-6.3",
    "ruling",
    "Credits of a plan expire with the plan",
    "Subscriptions bring credits each period, and these expire as the plan says.",
  ),
  practice.packsStay("IAI-a7"),
  assumed(
    "IAI-a8",
    "ruling",
    "When prices change after you bought",
    "The terms announce cases in which money is returned. We count this among them: prices, or the credits a generation uses, changed after you had bought credits, and you would rather have the price of the unspent ones back.",
  ),
  practice.paidBackOnce("IAI-i2"),
  practice.bankWarning("IAI-a9"),
  practice.noWayBack("IAI-a10"),
  practice.givenCredits("IAI-a11"),
  practice.grace("IAI-a12"),
  practice.suspendedRenewals("IAI-a13"),
];
