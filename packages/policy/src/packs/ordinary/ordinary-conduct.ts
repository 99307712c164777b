import { appealRules, reconsiderationRules } from "../../appeals/appeal-rules.ts";
import { forfeitureRules, suspensionNoticeRules, terminationRules } from "../../closing/closing-rules.ts";
import { conductRules } from "../../conduct/conduct-rules.ts";
import { patternRules } from "../../conduct/pattern-rules.ts";
import { ladderRules } from "../../ladder/ladder-rules.ts";
import { firstConductMeasure } from "../conduct-practice.ts";
import type { ConductRules } from "../pack.ts";
import type { OrdinaryIds } from "./topics.ts";

const { scale, blocked, refused, ladder, closingDays, appeal } = firstConductMeasure;

/** The books about accounts: what conduct is, when it repeats, what follows, and how an account is closed. */
export function ordinaryConduct(ids: OrdinaryIds): ConductRules {
  const { fairUse: clause, judged: proof } = ids;
  return {
    conduct: conductRules({
      proof,
      scale: ids.conductStrikes,
      scaleOf: scale,
      prohibitions: [
        { clause, kinds: ["evasion"], brings: "ordinary" },
        { clause, kinds: ["shared-key"], brings: "ordinary" },
        { clause, kinds: ["safety-circumvention"], brings: "ordinary" },
        { clause, kinds: ["upstream-policy"], brings: "ordinary" },
        { clause, kinds: ["leaked-key"], brings: "keys-end" },
        { clause, kinds: ["fraud", "malware"], brings: "grave" },
        { clause: ids.repeated, kinds: ["repeated-breaches"], brings: "ladder" },
        { clause: "LAW-REPEAT", kinds: ["repeat-infringement"], brings: "ladder" },
        { clause: ids.addUp, kinds: ["strikes"], brings: "ladder" },
      ],
    }),
    pattern: patternRules({
      proof,
      blocked: { clause: ids.repeated, ...blocked },
      refused: { clause: ids.refusedAgain, ...refused },
      strikes: { clause: ids.addUp, weight: ladder.limit.weight },
    }),
    ladder: ladderRules({
      ...ladder,
      clauses: {
        proof,
        mild: ids.mild,
        suspension: { clause: ids.firstSuspension, readWith: [ids.suspension] },
        longSuspension: { clause: ids.lastRungs, readWith: [ids.suspension] },
        termination: { clause: ids.lastRungs },
        infringers: { clause: "LAW-REPEAT" },
      },
    }),
    appeal: appealRules(ids.appealing, appeal),
    reconsideration: reconsiderationRules(ids.rests),
    suspensionNotice: suspensionNoticeRules({ telling: ids.told }),
    termination: terminationRules({
      notice: { clause: ids.closing, days: closingDays },
      atOnce: { clause: ids.closing },
    }),
    forfeiture: forfeitureRules({ left: ids.left }),
  };
}
