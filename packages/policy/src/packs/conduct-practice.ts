import type { AppealMeasure } from "../appeals/appeal-rules.ts";
import { assumed, type ClauseEntry } from "../clause.ts";
import type { ConductScale } from "../conduct/conduct-rules.ts";
import type { PatternMeasure } from "../conduct/pattern-rules.ts";
import type { LadderMeasure } from "../ladder/ladder-rules.ts";

/** Numbers of one terms version on conduct: what strikes weigh, what a pattern is, and where the ladder's rungs are. */
export type ConductMeasure = {
  readonly scale: ConductScale;
  readonly blocked: PatternMeasure;
  readonly refused: PatternMeasure;
  readonly ladder: LadderMeasure;
  /** Days between the notice of a closure and the closure. */
  readonly closingDays: number;
  readonly appeal: AppealMeasure;
};

/** The numbers that all three storefronts begin with: none of their documents names any. */
export const firstConductMeasure: ConductMeasure = {
  scale: { ordinary: { weight: 1, expiresAfterDays: 180 }, grave: { weight: 3, expiresAfterDays: 730 } },
  blocked: { atLeast: 5, withinDays: 7 },
  refused: { atLeast: 300, withinDays: 1 },
  ladder: {
    limit: { weight: 2, days: 14, running: 1 },
    suspension: { weight: 3, days: 7 },
    longSuspension: { weight: 5, days: 30 },
    termination: { weight: 8 },
  },
  closingDays: 14,
  appeal: { days: 183, answerDays: 10 },
};

const daysOf = (days: number) => (days === 1 ? "1 day" : `${days} days`);

/** What ordinary practice fills in about conduct, since the documents name consequences and no measure. */
export const conductPractice = {
  judged: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "A person judges your account",
      "What somebody says about an account has no consequence. What a rule notices, or a person has reason to suspect, is looked at by a person. Only what a person has established is a strike or leads to a sanction: no account is ever restricted by a rule alone.",
    ),
  strikes: (id: string, { ordinary, grave }: ConductScale): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Strikes for conduct",
      `A breach of the rules of conduct is a strike that weighs ${ordinary.weight} and counts for ${ordinary.expiresAfterDays} days. Fraud and malicious software weigh ${grave.weight} and count for ${grave.expiresAfterDays} days. A strike that waits, is void or has expired weighs nothing.`,
    ),
  repeated: (id: string, { atLeast, withinDays }: PatternMeasure): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "When attempts repeat",
      `Attempts count as repeated when ${atLeast} requests within ${daysOf(withinDays)} were stopped as forbidden, because a check was sure or a breach was proven. A person then looks at the account, once for all of them.`,
    ),
  refused: (id: string, { atLeast, withinDays }: PatternMeasure): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "When limits refuse again and again",
      `When limits on the number of requests have refused ${atLeast} of them within ${daysOf(withinDays)}, a person checks whether somebody is trying to get around them.`,
    ),
  told: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "How you are told",
      "You are told by mail and on the page on your account's standing, at the moment something takes effect: what was decided, on which facts and clause, whether a machine took part, and how to contest it. How it was noticed is left out only where saying so would help a further breach.",
    ),
  closing: (id: string, days: number): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "How an account is closed",
      `We tell a member ${days} days before we close their account. In that time the account is suspended: its member can sign in, fetch files and object. In cases of fraud or a danger to security, or where telling would help a further breach, we close it at once and tell the member then.`,
    ),
  left: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Credits of a closed account",
      "Credits that are left when we close an account are not taken, unless a clause of these terms takes them. What you paid for them is paid back if you ask support for it.",
    ),
  mild: (id: string, { limit }: LadderMeasure): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Warnings and limits",
      `An established breach of the rules of conduct leads to a warning at least. When the strikes that count weigh ${limit.weight} or more, what a person then establishes limits the account for ${limit.days} days: no more than ${limit.running} generation at a time.`,
    ),
  suspension: (id: string, { limit, suspension }: LadderMeasure): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "The first suspension",
      `When the strikes that count weigh ${suspension.weight} or more, or ${limit.weight} or more after an earlier limit or suspension, what a person then establishes suspends the account for ${suspension.days} days.`,
    ),
  lastRungs: (id: string, { suspension, longSuspension, termination }: LadderMeasure): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "The last rungs",
      `What a person establishes suspends the account for ${longSuspension.days} days after fraud or malicious software, when the strikes that count weigh ${longSuspension.weight} or more, and when they weigh ${suspension.weight} or more after an earlier suspension. It closes the account when they weigh ${termination.weight} or more, and, after an earlier suspension, for fraud or malicious software or when they weigh ${longSuspension.weight} or more.`,
    ),
  addUp: (id: string, { limit }: LadderMeasure): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "When strikes add up",
      `When a strike comes to count and the strikes that count then weigh ${limit.weight} or more, a file on the account is opened by itself, once. Nothing follows until a person has looked at it; if that person finds the record as it is, what follows is what these rules say of its weight.`,
    ),
  rests: (id: string): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "A sanction rests on strikes",
      "A limit, a suspension or a closing rests on the strikes that counted when it was decided. When one of them turns out wrong, we judge again at once as if it had never been, and the sanction is lifted, shortened or made milder, never made worse. When none of them is left, it ends.",
    ),
  appealing: (id: string, { days, answerDays }: AppealMeasure): ClauseEntry =>
    assumed(
      id,
      "ruling",
      "Your appeal",
      `A decision that stops a request of yours, gives you a strike or restricts your account can be appealed once, for ${days} days after the day you were told, in your own words and free of charge, also while the account is suspended or closed. A person who neither took nor approved the decision answers within ${answerDays} business days, with reasons. If the decision was wrong, the credits it took come back, its strike is void, and what it imposed ends. What was deleted meanwhile cannot be brought back.`,
    ),
} as const;
