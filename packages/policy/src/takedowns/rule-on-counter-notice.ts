import type { StorefrontId } from "@covenant/domain";
import { answer } from "../answer.ts";
import { type Answered, type FactAsks, writeNeeds } from "../answered.ts";
import { type Asks, deciding, parts, placed } from "../asks.ts";
import { businessDaysAfter } from "../business-days.ts";
import { civilDateIn, spellDate } from "../civil-date.ts";
import type { MemberWords } from "../explain.ts";
import { writeRuling } from "../ruling.ts";
import { answeringOn } from "../ruling-on.ts";
import {
  type CounterElement,
  type CounterElements,
  type CounterNoticeFacts,
  type CounterNoticeVerdict,
  counterElements,
  counterNoticeFamily,
} from "./counter-facts.ts";
import { isFederalBusinessDay } from "./federal-holidays.ts";
import type { NoticeKind } from "./notice-facts.ts";

export type CounterNoticeQuestion = {
  readonly storefront: StorefrontId;
  /** When the counter-notice arrived: the terms of that day rule, and that day is day 0 of every count. */
  readonly at: Date;
  readonly kind: NoticeKind;
  /** What it carries; an element that nobody has looked for yet is left out. */
  readonly elements: { readonly [K in keyof CounterElements]?: boolean | undefined };
  readonly claimant: CounterNoticeFacts["claimant"];
  /** Whether a copy is left; left out while nobody has looked. */
  readonly copy?: CounterNoticeFacts["copy"] | undefined;
};

export type CounterNoticeOutcome =
  | {
      readonly action: "put-back" | "clear";
      /** Between these two, at `targetAt`, unless an action in court becomes known before. */
      readonly earliestAt: Date;
      readonly targetAt: Date;
      readonly latestAt: Date;
    }
  | { readonly action: "ask-to-complete"; readonly missing: readonly CounterElement[]; readonly answerBy: Date }
  | { readonly action: "stay-down"; readonly why: "sued" | "intimate-imagery" };

const outcomeNames = {
  "put-back": "put back",
  clear: "cleared",
  "ask-to-complete": "incomplete",
  "stay-down": "stays down",
} as const satisfies Record<CounterNoticeOutcome["action"], string>;

const asks: Asks<CounterNoticeQuestion> = {
  ...placed("when the counter-notice arrived"),
  kind: "what the notice was about",
  elements: deciding(parts<Partial<CounterElements>>("what the counter-notice carries", {}), ...counterElements),
  claimant: "whether the sender of the notice went to court",
};

/** Does what was taken down come back, and when? Names what it still has to know. */
export const ruleOnCounterNotice = answeringOn(
  { family: counterNoticeFamily, bookIn: ({ counterNotice }) => counterNotice, asks },
  (question: CounterNoticeQuestion, terms): Answered<CounterNoticeOutcome> => {
    const { kind, elements, claimant, copy } = question;
    const answered = answer(terms.rules.counterNotice, { kind, claimant, copy, ...elements });
    if (answered.kind === "needs") return writeNeeds(terms, "counterNotice", answered, openAsks);
    const outcome = outcomeOf(answered.decision.verdict, question, terms.zone);
    return {
      kind: "ruled",
      ruling: writeRuling(terms, "counterNotice", answered.decision, {
        outcome,
        outcomeName: outcomeNames[outcome.action],
        words: wordsOf(outcome, terms.zone),
      }),
    };
  },
);

function outcomeOf(
  verdict: CounterNoticeVerdict,
  { at, elements }: CounterNoticeQuestion,
  zone: string,
): CounterNoticeOutcome {
  const within = (days: number) => businessDaysAfter(at, days, zone, isFederalBusinessDay);
  switch (verdict.action) {
    case "put-back":
    case "clear":
      return {
        action: verdict.action,
        earliestAt: within(verdict.earliestDays),
        targetAt: within(verdict.targetDays),
        latestAt: within(verdict.latestDays),
      };
    case "ask-to-complete":
      return {
        action: "ask-to-complete",
        missing: counterElements.filter((element) => elements[element] === false),
        answerBy: within(verdict.answerDays),
      };
    case "stay-down":
      return verdict;
  }
}

const openAsks: FactAsks<CounterNoticeFacts> = {
  kind: "what the material was taken down for",
  claimant: "whether the claimant went to court",
  copy: "whether a copy is left",
  signature: "whether the counter-notice is signed",
  material: "whether it says what was taken down and where it was",
  mistake: "whether it states under penalty of perjury that this was a mistake",
  court: "whether it gives name, address and phone and accepts a court",
};

const cures = {
  signature: "Sign it, by hand or by typing your full name.",
  material: "Say what was taken down and where it was.",
  mistake: "State under penalty of perjury that you believe in good faith that this was a mistake.",
  court:
    "Give your name, address and phone number, and state that you accept the federal court of your district and papers of the claimant.",
} as const satisfies Record<CounterElement, string>;

function wordsOf(outcome: CounterNoticeOutcome, zone: string): MemberWords {
  const on = (at: Date) => spellDate(civilDateIn(at, zone));
  switch (outcome.action) {
    case "put-back":
      return {
        happened: "Your counter-notice is complete, and we pass it on to the claimant.",
        next: `We put the material back on ${on(outcome.targetAt)}, and not before ${on(outcome.earliestAt)} or after ${on(outcome.latestAt)}, unless the claimant goes to court.`,
      };
    case "clear":
      return {
        happened: "Your counter-notice is complete, and we pass it on to the claimant.",
        next: `We keep no copy that could come back. The notice stops counting on ${on(outcome.targetAt)}, unless the claimant goes to court.`,
      };
    case "ask-to-complete":
      return {
        happened: "Your counter-notice is not complete.",
        next: outcome.missing.map((element) => cures[element]).join(" "),
      };
    case "stay-down":
      return outcome.why === "sued"
        ? { happened: "The claimant showed us that they went to court.", next: "The court decides what becomes of it." }
        : { happened: "The material was removed at the request of a person it shows." };
  }
}
