import type { Danger, StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type NoticedSanction, type SuspensionNoticeVerdict, suspensionNoticeFamily } from "./notice-facts.ts";

export type SuspensionNoticeQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly sanction: NoticedSanction;
  readonly danger: Danger;
};

export type SuspensionNoticeOutcome = SuspensionNoticeVerdict;

const asks: Asks<SuspensionNoticeQuestion> = {
  ...placed("when it is decided"),
  sanction: "which sanction it is",
  danger: "what speaks against telling",
};

/** When is a member told of a warning, a limit or a suspension, and how much of it (Regulation (EU) 2022/2065, art. 17)? */
export const ruleOnSuspensionNotice = rulingOn(
  { family: suspensionNoticeFamily, bookIn: ({ suspensionNotice }) => suspensionNotice, asks },
  ({ sanction, danger }: SuspensionNoticeQuestion, terms): Ruling<SuspensionNoticeOutcome> => {
    const decision = decide(terms.rules.suspensionNotice, { sanction, danger });
    return writeRuling(terms, "suspensionNotice", decision, {
      outcome: decision.verdict,
      outcomeName: decision.verdict.detail === "whole" ? "told with the facts" : "told in outline",
      words: { happened: "This is the statement of reasons that you are owed." },
    });
  },
);
