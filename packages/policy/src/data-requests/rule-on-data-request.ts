import type { StorefrontId } from "@covenant/domain";
import { answer } from "../answer.ts";
import { type Answered, type FactAsks, writeNeeds } from "../answered.ts";
import { type Asks, placed } from "../asks.ts";
import { civilDateIn, instantOf, monthsLater, spellDate, wallClock } from "../civil-date.ts";
import type { MemberWords } from "../explain.ts";
import { writeRuling } from "../ruling.ts";
import { answeringOn } from "../ruling-on.ts";
import { type DataRequestFacts, type DataRequestKind, type DataRequestVerdict, dataRequestFamily } from "./facts.ts";

export type DataRequestQuestion = {
  readonly storefront: StorefrontId;
  /** When the request arrived: the terms of that day rule, and the month counts from it. */
  readonly at: Date;
  readonly request: DataRequestKind;
  /** Whether we know who asks; left out while nobody has looked. */
  readonly identity?: DataRequestFacts["identity"] | undefined;
  /** Whether a preservation stands; left out where nobody has asked. */
  readonly preservation?: DataRequestFacts["preservation"] | undefined;
  readonly effort: DataRequestFacts["effort"];
};

const keptRecords = ["bills and payments", "the ledger of credits", "decisions, strikes and acts of staff"] as const;

export type DataRequestOutcome = {
  readonly action: DataRequestVerdict["action"];
  /** The last instant for an answer. */
  readonly answerBy: Date;
  /** Where it takes longer: the last instant for doing it, if the person hears of that before `answerBy`. */
  readonly extendedTo: Date | null;
  /** What stays of an erasure for billing or by law, by name. A preservation is never named. */
  readonly stays: readonly string[];
};

const outcomeNames = {
  "hand-over": "handed over",
  correct: "corrected",
  weigh: "weighed by a person",
  restrict: "restricted",
  erase: "erased",
  "erase-rest": "erased",
  "prove-identity": "identity needed",
} as const satisfies Record<DataRequestVerdict["action"], string>;

const asks: Asks<DataRequestQuestion> = {
  ...placed("when the request arrived"),
  request: "what is asked for",
  effort: "how much work it is",
};

/** What is done on a request about a person's data, and until when? Names what it still has to know. */
export const ruleOnDataRequest = answeringOn(
  { family: dataRequestFamily, bookIn: ({ dataRequest }) => dataRequest, asks },
  (question: DataRequestQuestion, terms): Answered<DataRequestOutcome> => {
    const { request, identity, preservation, effort } = question;
    const answered = answer(terms.rules.dataRequest, { request, identity, preservation, effort });
    if (answered.kind === "needs") return writeNeeds(terms, "dataRequest", answered, openAsks);
    const { verdict } = answered.decision;
    const outcome = outcomeOf(verdict, question.at, terms.zone);
    return {
      kind: "ruled",
      ruling: writeRuling(terms, "dataRequest", answered.decision, {
        outcome,
        outcomeName: outcomeNames[outcome.action],
        words: wordsOf(request, outcome, terms.zone),
      }),
    };
  },
);

function outcomeOf(verdict: DataRequestVerdict, at: Date, zone: string): DataRequestOutcome {
  const within = (months: number) => instantOf(monthsLater(wallClock(at, zone), months), zone);
  const { action, months } = verdict;
  const extraMonths = action === "prove-identity" ? 0 : verdict.extraMonths;
  return {
    action,
    answerBy: within(months),
    extendedTo: extraMonths === 0 ? null : within(months + extraMonths),
    stays: action === "erase" || action === "erase-rest" ? keptRecords : [],
  };
}

const openAsks: FactAsks<DataRequestFacts> = {
  request: "what is asked for",
  identity: "who is asking",
  preservation: "whether a preservation stands",
  effort: "how much work it takes",
};

const happened = {
  access: "You asked to see your data.",
  export: "You asked for your data in a file.",
  correction: "You asked us to correct your data.",
  objection: "You objected to a use of your data.",
  restriction: "You asked us to stop using your data for now.",
  deletion: "You asked us to delete your data.",
  "close-account": "You asked us to close your account.",
} as const satisfies Record<DataRequestKind, string>;

function wordsOf(request: DataRequestKind, outcome: DataRequestOutcome, zone: string): MemberWords {
  const on = (at: Date) => spellDate(civilDateIn(at, zone));
  const { answerBy, extendedTo, stays } = outcome;
  return {
    happened: happened[request],
    cost: stays.length === 0 ? "" : `These stay, for billing or by law: ${stays.join("; ")}.`,
    next:
      extendedTo === null
        ? `You hear from us by ${on(answerBy)}.`
        : `This takes more work than others. You hear from us by ${on(answerBy)} why, and it is done by ${on(extendedTo)}.`,
  };
}
