import type { AppealFacts, AppealVerdict, ReconsiderationFacts, ReconsiderationVerdict } from "../appeals/facts.ts";
import type { Law } from "./law.ts";

/** Six months, at their longest (Regulation (EU) 2022/2065, art. 20(1)). */
const sixMonthsDays = 183;

export const appealLaws: readonly Law<AppealFacts, AppealVerdict>[] = [
  {
    says: "a decision can be appealed for six months at least, once",
    holds: ({ appealed }, verdict) =>
      appealed ? verdict.appeal === "used" : verdict.appeal === "open" && verdict.days >= sixMonthsDays,
  },
];

export const reconsiderationLaws: readonly Law<ReconsiderationFacts, ReconsiderationVerdict>[] = [
  {
    says: "no sanction outlives the last strike it rests on",
    holds: ({ left }, { sanction }) => (left === "none") === (sanction === "ends"),
  },
];
