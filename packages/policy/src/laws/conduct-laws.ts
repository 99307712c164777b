import type { AdmissionFacts, AdmissionVerdict } from "../admission/facts.ts";
import { decide } from "../decide.ts";
import type { LapseFacts, LapseVerdict, ReviewFacts, ReviewVerdict } from "../reviews/facts.ts";
import type { SanctionFacts, SanctionVerdict } from "../sanctions/facts.ts";
import { type PromptFacts, type PromptVerdict, prohibitedCategories } from "../screening/facts.ts";
import { blockReasons, ownDoing, type SettlementFacts, type SettlementVerdict } from "../settlement/facts.ts";
import { standings } from "../standing.ts";
import type { Law } from "./law.ts";

const admitted = (verdict: AdmissionVerdict) => verdict.outcome === "admitted";

/** The same member with one thing better. */
function improvements(facts: AdmissionFacts): AdmissionFacts[] {
  return [
    { ...facts, age: facts.age + 1 },
    { ...facts, suspended: false },
    { ...facts, acceptedInForce: true },
    { ...facts, emailConfirmed: true },
    { ...facts, membership: facts.membership === "inactive" ? "unverified" : "good" },
  ];
}

/** Whether what a refusal names is the case. */
function isTrue(verdict: AdmissionVerdict, facts: AdmissionFacts, judge: (facts: AdmissionFacts) => AdmissionVerdict) {
  if (verdict.outcome === "admitted") return true;
  switch (verdict.refusal) {
    case "member/too-young": {
      const older = judge({ ...facts, age: 99 });
      return older.outcome === "admitted" || older.refusal !== verdict.refusal;
    }
    case "member/suspended":
      return facts.suspended;
    case "member/terms-not-accepted":
      return !facts.acceptedInForce;
    case "member/email-not-confirmed":
      return !facts.emailConfirmed;
    case "member/membership-unverified":
      return facts.membership === "unverified";
    case "member/membership-inactive":
      return facts.membership === "inactive";
  }
}

export const admissionLaws: readonly Law<AdmissionFacts, AdmissionVerdict>[] = [
  {
    says: "a worse fact never opens a door",
    holds: (facts, verdict, judge) =>
      !admitted(verdict) || improvements(facts).every((better) => admitted(judge(better))),
  },
  { says: "a refusal names what is the case", holds: (facts, verdict, judge) => isTrue(verdict, facts, judge) },
  {
    says: "no child starts anything alone",
    holds: ({ age, consentAge }, verdict) => !admitted(verdict) || (age >= 13 && age >= consentAge),
  },
  {
    says: "nobody starts anything who is suspended, has not accepted the terms or confirmed an address",
    holds: (facts, verdict) =>
      !admitted(verdict) || (!facts.suspended && facts.acceptedInForce && facts.emailConfirmed),
  },
  {
    says: "whoever meets every condition is let in",
    holds: (facts, verdict) => {
      const meets = facts.age >= 18 && !facts.suspended && facts.acceptedInForce && facts.emailConfirmed;
      return !meets || !["good", "not-asked"].includes(facts.membership) || admitted(verdict);
    },
  },
  {
    says: "a payment that is not verified opens no more than none",
    holds: (facts, verdict, judge) =>
      facts.membership !== "unverified" || admitted(verdict) === admitted(judge({ ...facts, membership: "inactive" })),
  },
];

export const promptLaws: readonly Law<PromptFacts, PromptVerdict>[] = [
  {
    says: "what is found stops a prompt, and nothing else does",
    holds: ({ flag }, { outcome, standing }) =>
      (flag === "none") === (outcome === "clear") && (flag === "none") === (standing === "none"),
  },
  {
    says: "two voices that agree are proof, and one never is",
    holds: ({ flag }, { standing }) => (flag === "agreeing") === (standing === "established"),
  },
  {
    says: "one sure voice is a suspicion, doubt and rude words blame nobody",
    holds: ({ flag, category }, { standing }) => {
      if (flag === "strong" || (flag === "weak" && category === "child-safety")) return standing === "suspected";
      return (flag !== "weak" && flag !== "profanity") || standing === "weak";
    },
  },
];

const rankOfOutputs = { none: 0, some: 1, all: 2 } as const;

/** What a verdict costs: 2 the whole request, 1 a part of it, 0.5 a wait. */
function cost(verdict: SettlementVerdict, { outputs }: SettlementFacts): number {
  switch (verdict.credits) {
    case "release":
      return 0;
    case "review":
      return 0.5;
    case "capture":
      return verdict.share === "requested" ? 2 : rankOfOutputs[outputs];
  }
}

const isOwnDoing = ({ reason }: SettlementFacts) => ownDoing.some((own) => own === reason);

export const settlementLaws: readonly Law<SettlementFacts, SettlementVerdict>[] = [
  {
    says: "a firmer breach never costs less",
    holds: (facts, verdict, judge) =>
      standings.slice(0, standings.indexOf(facts.standing)).every((milder) => {
        const neighbour = { ...facts, standing: milder };
        return cost(judge(neighbour), neighbour) <= cost(verdict, facts);
      }),
  },
  {
    says: "only a proven breach of one's own costs more than what was delivered",
    holds: (facts, verdict) =>
      cost(verdict, facts) <= rankOfOutputs[facts.outputs] ||
      verdict.credits === "review" ||
      (facts.standing === "established" && isOwnDoing(facts)),
  },
  {
    says: "what was delivered is paid for",
    holds: ({ outputs }, verdict) => outputs === "none" || verdict.credits === "capture",
  },
  {
    says: "without a result and without a breach of one's own, everything comes back",
    holds: (facts, verdict) =>
      facts.outputs !== "none" ||
      (isOwnDoing(facts) && (facts.standing === "suspected" || facts.standing === "established")) ||
      verdict.credits === "release",
  },
  {
    says: "a proven breach of one's own costs what it costs once a person has confirmed it",
    holds: (facts, verdict, _, terms) => {
      if (facts.standing !== "established" || !isOwnDoing(facts) || facts.outputs !== "none") return true;
      const confirmed = decide(terms.rules.review, { decision: "confirmed", credits: "under-review" }).verdict;
      return (cost(verdict, facts) === 2) === (confirmed.credits === "capture");
    },
  },
  {
    says: "of a batch that came in part, the rest is said to come back under the clause on blocks where it was blocked",
    holds: ({ outputs, reason, standing }, _, __, { clauseById }, clauses) => {
      if (!clauseById.has("IAI-4.3") || outputs === "none") return true;
      const isProven = standing === "established" && ownDoing.some((own) => own === reason);
      const isInPart = outputs === "some" && blockReasons.some((block) => block === reason);
      return clauses.includes("IAI-4.3") === (isInPart && !isProven);
    },
  },
  {
    says: "a breach of one's own waits alike, whichever check noticed it",
    holds: (facts, verdict, judge) =>
      facts.standing !== "suspected" ||
      facts.outputs !== "none" ||
      !isOwnDoing(facts) ||
      ownDoing.every((reason) => judge({ ...facts, reason }).credits === verdict.credits),
  },
  {
    says: "what waits for a person waits on one sure voice, where proof would cost",
    holds: (facts, verdict, judge) => {
      const proven = { ...facts, standing: "established" } as const;
      const mayWait = facts.standing === "suspected" && cost(judge(proven), proven) > rankOfOutputs[facts.outputs];
      return verdict.credits !== "review" || mayWait;
    },
  },
];

const grave = ["child-safety", "intimate-imagery"];

export const sanctionLaws: readonly Law<SanctionFacts, SanctionVerdict>[] = [
  {
    says: "a suspicion waits, proof counts, and nothing else is a strike",
    holds: ({ category, standing }, { strike }) => {
      if (category === null || category === "profanity") return strike === "none";
      const due = { none: "none", weak: "none", suspected: "pending", established: "counting" } as const;
      return strike === due[standing];
    },
  },
  {
    says: "a strike weighs what it will weigh once it counts",
    holds: (facts, { strike, weight, expiresAfterDays }, judge) => {
      const proven = judge({ ...facts, standing: "established" });
      return strike === "none" || (weight === proven.weight && expiresAfterDays === proven.expiresAfterDays);
    },
  },
  {
    says: "what hurts a child or bares a person weighs more than any other breach",
    holds: ({ category, standing }, { strike, weight }, judge) =>
      strike === "none" ||
      !grave.includes(category ?? "") ||
      prohibitedCategories
        .filter((other) => !grave.includes(other))
        .every((other) => judge({ category: other, standing }).weight < weight),
  },
];

const givenBack = { "under-review": "release", captured: "pay-back", released: "nothing", none: "nothing" } as const;

export const reviewLaws: readonly Law<ReviewFacts, ReviewVerdict>[] = [
  {
    says: "an upheld appeal returns everything the block took",
    holds: ({ decision, credits }, verdict) =>
      decision !== "overturned" || (verdict.credits === givenBack[credits] && verdict.strike === "void"),
  },
  {
    says: "a breach that a person confirms counts, and costs what two voices would have made it cost",
    holds: ({ decision, credits }, verdict, _, terms) => {
      if (decision === "overturned") return true;
      const facts = { reason: "prompt-blocked", standing: "established", outputs: "none" } as const;
      const proven = decide(terms.rules.settlement, facts).verdict.credits;
      return verdict.strike === "count" && verdict.credits === (credits === "under-review" ? proven : "nothing");
    },
  },
];

export const lapseLaws: readonly Law<LapseFacts, LapseVerdict>[] = [
  { says: "our being slow costs a member nothing", holds: (_, { credits }) => credits === "release" },
];
