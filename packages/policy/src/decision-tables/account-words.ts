import { conductLabels } from "@covenant/domain";
import {
  type AppealFacts,
  type AppealVerdict,
  appealedWords,
  leftWords,
  type ReconsiderationFacts,
  type ReconsiderationVerdict,
} from "../appeals/facts.ts";
import {
  type ForfeitureFacts,
  type ForfeitureVerdict,
  groundWordsOfClosing,
  type TerminationFacts,
  type TerminationVerdict,
} from "../closing/facts.ts";
import {
  dangerWords,
  noticedWords,
  type SuspensionNoticeFacts,
  type SuspensionNoticeVerdict,
} from "../closing/notice-facts.ts";
import { type ConductFacts, type ConductVerdict, conductStandingWords, permissionWords } from "../conduct/facts.ts";
import { type PatternFacts, type PatternVerdict, patternSourceWords } from "../conduct/pattern-facts.ts";
import {
  earlierWords,
  gravityWords,
  type LadderFacts,
  type LadderVerdict,
  ladderFindingWords,
} from "../ladder/facts.ts";
import type { FactWords } from "./say-condition.ts";

export const appealFacts: FactWords<AppealFacts> = { appealed: appealedWords };

export function sayAppeal(verdict: AppealVerdict): string {
  if (verdict.appeal === "used") return "no further appeal";
  return `open for ${verdict.days} days, answered within ${verdict.answerDays} business days`;
}

export const reconsiderationFacts: FactWords<ReconsiderationFacts> = { left: leftWords };

export function sayReconsideration({ sanction }: ReconsiderationVerdict): string {
  return sanction === "ends" ? "it ends at once" : "the ladder is asked again without them";
}

export const conductFacts: FactWords<ConductFacts> = {
  kind: {
    evasion: `it is about ${conductLabels.evasion}`,
    "reverse-engineering": `it is about ${conductLabels["reverse-engineering"]}`,
    resale: `it is about ${conductLabels.resale}`,
    "shared-key": `it is about ${conductLabels["shared-key"]}`,
    "leaked-key": `it is about ${conductLabels["leaked-key"]}`,
    "false-details": `it is about ${conductLabels["false-details"]}`,
    "safety-circumvention": `it is about ${conductLabels["safety-circumvention"]}`,
    "upstream-policy": `it is about ${conductLabels["upstream-policy"]}`,
    fraud: `it is about ${conductLabels.fraud}`,
    malware: `it is about ${conductLabels.malware}`,
    "repeated-breaches": `it is about ${conductLabels["repeated-breaches"]}`,
    "repeat-infringement": `it is about ${conductLabels["repeat-infringement"]}`,
    strikes: `it is about ${conductLabels.strikes}`,
  },
  standing: conductStandingWords,
  permission: permissionWords,
};

const conductOutcomes = {
  nothing: "nothing follows",
  case: "a person looks at it",
  ladder: "no new strike; the record decides what follows",
  "keys-end": "every API key ends, without a strike",
} as const satisfies Record<Exclude<ConductVerdict["follows"], "strike">, string>;

export function sayConduct(verdict: ConductVerdict): string {
  if (verdict.follows !== "strike") return conductOutcomes[verdict.follows];
  return `a strike, of weight ${verdict.weight}, for ${verdict.expiresAfterDays} days`;
}

export const patternFacts: FactWords<PatternFacts> = {
  source: patternSourceWords,
  count: "the number of requests within the time that is looked at, or the weight of the strikes that count",
};

export function sayPattern(verdict: PatternVerdict): string {
  if (verdict.suspects === null) return "no pattern";
  const { suspects, atLeast, withinDays } = verdict;
  if (withinDays === null) return `a person looks at ${conductLabels[suspects]}: a weight of ${atLeast} or more`;
  return `a person looks for ${conductLabels[suspects]}: ${atLeast} or more within ${withinDays === 1 ? "1 day" : `${withinDays} days`}`;
}

export const ladderFacts: FactWords<LadderFacts> = {
  weight: "the weight of all strikes that count",
  gravity: gravityWords,
  earlier: earlierWords,
  finding: ladderFindingWords,
};

export function sayLadder(verdict: LadderVerdict): string {
  switch (verdict.sanction) {
    case "none":
      return "nothing";
    case "warning":
      return "a warning";
    case "limit":
      return `a limit of ${verdict.running} generation at a time, for ${verdict.days} days`;
    case "suspension":
      return `a suspension of ${verdict.days} days`;
    case "termination":
      return "the account is closed";
  }
}

export const suspensionNoticeFacts: FactWords<SuspensionNoticeFacts> = { sanction: noticedWords, danger: dangerWords };

export function saySuspensionNotice({ detail }: SuspensionNoticeVerdict): string {
  return detail === "whole"
    ? "told as it takes effect, with the facts"
    : "told as it takes effect, without how it was noticed";
}

export const terminationFacts: FactWords<TerminationFacts> = { danger: dangerWords };

export function sayTermination(verdict: TerminationVerdict): string {
  return verdict.notice === "before" ? `notice, ${verdict.days} days before` : "closed at once";
}

export const forfeitureFacts: FactWords<ForfeitureFacts> = {
  ground: groundWordsOfClosing,
  mayWithdraw: {
    true: "the member may still withdraw from a purchase",
    false: "the member may not withdraw from a purchase any more",
  },
};

export function sayForfeiture({ credits }: ForfeitureVerdict): string {
  return credits === "forfeited" ? "the credits are forfeited" : "the credits are not taken";
}
