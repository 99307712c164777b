import type { RetentionFacts, RetentionVerdict } from "../retention/facts.ts";
import type { Law } from "./law.ts";

export const retentionLaws: readonly Law<RetentionFacts, RetentionVerdict>[] = [
  {
    says: "a preservation beats every retention, for a year at least, and nothing else is preserved",
    holds: ({ preservation }, verdict) =>
      preservation === "standing" ? verdict.stays === "preserved" && verdict.years >= 1 : verdict.stays !== "preserved",
  },
  {
    says: "words and files do not outlive the entry that lists them",
    holds: ({ subject, preservation }, verdict, judge) =>
      subject === "call-record" || daysOf(verdict) <= daysOf(judge({ subject: "history-entry", preservation })),
  },
];

function daysOf(verdict: RetentionVerdict): number {
  switch (verdict.stays) {
    case "forDelivery":
      return 0;
    case "forDays":
      return verdict.days;
    case "forMember":
    case "preserved":
      return Number.POSITIVE_INFINITY;
  }
}
