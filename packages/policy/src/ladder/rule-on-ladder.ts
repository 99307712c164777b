import { after, duration, type StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { civilDateIn, spellDate } from "../civil-date.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type LadderFacts, type LadderVerdict, ladderFamily } from "./facts.ts";

export type LadderQuestion = LadderFacts & {
  readonly storefront: StorefrontId;
  /** When it is decided: the terms of that day rule. */
  readonly at: Date;
};

export type LadderOutcome = {
  readonly sanction: LadderVerdict["sanction"];
  /** When it ends by itself; null for what has no end. */
  readonly endsAt: Date | null;
  /** How many generations may run at once; null without a limit. */
  readonly running: number | null;
};

const asks: Asks<LadderQuestion> = {
  ...placed("when it is decided"),
  weight: "what the strikes that count weigh",
  gravity: "how grave the breach is",
  earlier: "which sanction there was before",
  finding: "what a person found",
};

/** What follows for an account from the record that counts now? Nothing but what a person found ever restricts anyone. */
export const ruleOnLadder = rulingOn(
  { family: ladderFamily, bookIn: ({ ladder }) => ladder, asks },
  (question: LadderQuestion, terms): Ruling<LadderOutcome> => {
    const { at, weight, gravity, earlier, finding } = question;
    const decision = decide(terms.rules.ladder, { weight, gravity, earlier, finding });
    const outcome = outcomeOf(decision.verdict, at);
    return writeRuling(terms, "ladder", decision, {
      outcome,
      outcomeName: outcome.sanction === "none" ? "no sanction" : outcome.sanction,
      words: wordsOf(outcome, terms.zone),
    });
  },
);

function outcomeOf(verdict: LadderVerdict, at: Date): LadderOutcome {
  const { sanction } = verdict;
  return {
    sanction,
    endsAt: "days" in verdict ? after(at, duration.days(verdict.days)) : null,
    running: verdict.sanction === "limit" ? verdict.running : null,
  };
}

function wordsOf({ sanction, endsAt, running }: LadderOutcome, zone: string): MemberWords {
  const until = endsAt === null ? "" : ` until ${spellDate(civilDateIn(endsAt, zone))}`;
  switch (sanction) {
    case "none":
      return { happened: "Nothing follows for your account." };
    case "warning":
      return { happened: "This is a warning. Your account works as before." };
    case "limit":
      return { happened: `Your account is limited${until}: ${running} generation at a time, and no more.` };
    case "suspension":
      return {
        happened: `Your account is suspended${until}.`,
        cost: "You can sign in, read, fetch your files and see your bills; nothing new can be started.",
      };
    case "termination":
      return { happened: "What follows is the closing of your account." };
  }
}
