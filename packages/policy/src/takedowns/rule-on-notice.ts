import { after, duration, type StorefrontId } from "@covenant/domain";
import { answer } from "../answer.ts";
import { type Answered, type FactAsks, writeNeeds } from "../answered.ts";
import { type Asks, deciding, parts, placed } from "../asks.ts";
import { businessDaysAfter } from "../business-days.ts";
import { civilDateIn, spellDate } from "../civil-date.ts";
import type { MemberWords } from "../explain.ts";
import { writeRuling } from "../ruling.ts";
import { answeringOn } from "../ruling-on.ts";
import { isFederalBusinessDay } from "./federal-holidays.ts";
import {
  elementsAskedFor,
  type NoticeElement,
  type NoticeElements,
  type NoticeKind,
  type TakedownNoticeFacts,
  type TakedownNoticeVerdict,
  takedownNoticeFamily,
} from "./notice-facts.ts";

export type TakedownNoticeQuestion = {
  readonly storefront: StorefrontId;
  /** When the notice arrived: the terms of that day rule, and every deadline counts from it. */
  readonly at: Date;
  readonly kind: NoticeKind;
  /** What the notice carries; an element that nobody has looked for yet is left out. */
  readonly elements: { readonly [K in keyof NoticeElements]?: boolean | undefined };
  /** Whether we keep the material; left out while nobody has looked. */
  readonly hosting?: TakedownNoticeFacts["hosting"] | undefined;
};

export type TakedownNoticeOutcome =
  | {
      readonly action: "remove";
      /** The last instant for it. */
      readonly removeBy: Date;
      /** Whether the member can answer with a counter-notice. */
      readonly canBeCountered: boolean;
    }
  | {
      readonly action: "ask-to-complete";
      readonly missing: readonly NoticeElement[];
      readonly answerBy: Date;
      /** Until then what is missing can be added to the same notice. */
      readonly cureBy: Date;
    }
  | { readonly action: "say-not-hosted"; readonly answerBy: Date };

const outcomeNames = {
  remove: "removed",
  "ask-to-complete": "incomplete",
  "say-not-hosted": "not hosted",
} as const satisfies Record<TakedownNoticeOutcome["action"], string>;

const asks: Asks<TakedownNoticeQuestion> = {
  ...placed("when the notice arrived"),
  kind: "what the notice is about",
  elements: deciding(parts<Partial<NoticeElements>>("what the notice carries", {}), ...elementsAskedFor.copyright),
};

/** What happens on a notice? Names what it still has to know where an element or the material has not been looked for. */
export const ruleOnTakedownNotice = answeringOn(
  { family: takedownNoticeFamily, bookIn: ({ takedownNotice }) => takedownNotice, asks },
  (question: TakedownNoticeQuestion, terms): Answered<TakedownNoticeOutcome> => {
    const { kind, elements, hosting } = question;
    const answered = answer(terms.rules.takedownNotice, { kind, hosting, ...elements });
    if (answered.kind === "needs") return writeNeeds(terms, "takedownNotice", answered, openAsks);
    const outcome = outcomeOf(answered.decision.verdict, question, terms.zone);
    return {
      kind: "ruled",
      ruling: writeRuling(terms, "takedownNotice", answered.decision, {
        outcome,
        outcomeName: outcomeNames[outcome.action],
        words: wordsOf(outcome, terms.zone),
      }),
    };
  },
);

function outcomeOf(
  verdict: TakedownNoticeVerdict,
  { at, kind, elements }: TakedownNoticeQuestion,
  zone: string,
): TakedownNoticeOutcome {
  const within = (days: number) => businessDaysAfter(at, days, zone, isFederalBusinessDay);
  switch (verdict.action) {
    case "remove": {
      const removeBy = verdict.canBeCountered ? within(verdict.businessDays) : after(at, duration.hours(verdict.hours));
      return { action: "remove", removeBy, canBeCountered: verdict.canBeCountered };
    }
    case "ask-to-complete":
      return {
        action: "ask-to-complete",
        missing: elementsAskedFor[kind].filter((element) => elements[element] === false),
        answerBy: within(verdict.answerDays),
        cureBy: within(verdict.cureDays),
      };
    case "say-not-hosted":
      return { action: "say-not-hosted", answerBy: within(verdict.answerDays) };
  }
}

const openAsks: FactAsks<TakedownNoticeFacts> = {
  kind: "what the notice is about",
  hosting: "whether we keep the material",
  signature: "whether the notice is signed",
  work: "whether it names the work",
  material: "whether it says where the material is",
  contact: "whether it says how to reach the sender",
  goodFaith: "whether it states good faith",
  accuracy: "whether it states that it is accurate and that the sender may act for the owner",
};

/** How the sender of a notice adds what it lacks. */
const cures = {
  signature: "Sign it, by hand or by typing your full name.",
  work: "Name the work that was infringed, or list several.",
  material: "Say which material you mean and where it is, best by its address.",
  contact: "Give an address, a phone number or an e-mail address at which we reach you.",
  goodFaith: "State that you believe in good faith that this use is not allowed.",
  accuracy:
    "State that the notice is accurate and, under penalty of perjury, that you own the right or may act for its owner.",
} as const satisfies Record<NoticeElement, string>;

function wordsOf(outcome: TakedownNoticeOutcome, zone: string): MemberWords {
  const on = (at: Date) => spellDate(civilDateIn(at, zone));
  switch (outcome.action) {
    case "remove":
      return {
        happened: "A notice about this material is complete.",
        cost: `The material is made unavailable by ${on(outcome.removeBy)} at the latest.`,
        next: outcome.canBeCountered ? "Whoever it belongs to can answer with a counter-notice." : "",
      };
    case "ask-to-complete":
      return {
        happened: "The notice is not complete.",
        next: `${outcome.missing.map((element) => cures[element]).join(" ")} You can add this until ${on(outcome.cureBy)}.`,
      };
    case "say-not-hosted":
      return { happened: "We do not keep the material that the notice names.", cost: "There is nothing to remove." };
  }
}
