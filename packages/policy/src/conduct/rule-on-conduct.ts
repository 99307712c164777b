import {
  type ConductKind,
  type ConductStanding,
  conductKinds,
  conductLabels,
  type StorefrontId,
} from "@covenant/domain";
import { type Asks, orNone, parts, placed } from "../asks.ts";
import { civilDateIn } from "../civil-date.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { termsInForce } from "../terms-in-force.ts";
import { type ConductVerdict, conductFamily, type Permission } from "./facts.ts";

/** Our written permission to resell, by civil days; `until` is its last day, null where it has no end. */
export type ResalePermission = { readonly from: string; readonly until: string | null };

export type ConductQuestion = {
  readonly storefront: StorefrontId;
  /** When it happened: the terms of that day rule. */
  readonly at: Date;
  readonly kind: ConductKind;
  readonly standing: ConductStanding;
  /** Null where there is none, or one without a date. */
  readonly permission: ResalePermission | null;
};

export type ConductOutcome = ConductVerdict;

const outcomeNames = {
  nothing: "no breach",
  case: "looked at by a person",
  ladder: "answers for the record",
  "keys-end": "keys end",
  strike: "strike counting",
} as const satisfies Record<ConductVerdict["follows"], string>;

const asks: Asks<ConductQuestion> = {
  ...placed("when it happened"),
  kind: "what the account did",
  standing: "whether a person found it",
  permission: orNone(
    parts<ResalePermission>("whether we permitted it", {
      from: "from when we permitted it",
      until: orNone("until when we permitted it"),
    }),
  ),
};

/** Does conduct break the terms, and what follows: nothing, a person's look, or a strike of some weight? */
export const ruleOnConduct = rulingOn(
  { family: conductFamily, bookIn: ({ conduct }) => conduct, asks },
  (question: ConductQuestion, terms): Ruling<ConductOutcome> => {
    const { at, kind, standing } = question;
    const day = civilDateIn(at, terms.zone);
    const permission = kind === "resale" ? permissionOn(day, question.permission) : "none";
    const decision = decide(terms.rules.conduct, { kind, standing, permission });
    return writeRuling(terms, "conduct", decision, {
      outcome: decision.verdict,
      outcomeName: outcomeNames[decision.verdict.follows],
      words: wordsOf(kind, decision.verdict),
    });
  },
);

function permissionOn(day: string, permission: ResalePermission | null): Permission {
  if (permission === null) return "none";
  const covers = permission.from <= day && (permission.until === null || day <= permission.until);
  return covers ? "in-force" : "not-in-force";
}

function wordsOf(kind: ConductKind, verdict: ConductVerdict): MemberWords {
  const about = conductLabels[kind];
  switch (verdict.follows) {
    case "nothing":
      return { happened: `We found no breach in what was said about ${about}.` };
    case "case":
      return { happened: `A person looks at whether there was a breach: ${about}.` };
    case "ladder":
      return { happened: `A person looked at your account and found ${about}.` };
    case "keys-end":
      return {
        happened: "We know of a leaked API key of yours, so all your keys have ended.",
        next: "Make new ones, and keep them secret.",
      };
    case "strike":
      return {
        happened: `A person looked at your account and found a breach: ${about}.`,
        cost: `This is a strike. It weighs ${verdict.weight} and expires ${verdict.expiresAfterDays} days after the breach.`,
      };
  }
}

/** The conduct that the terms of a day give a consequence to, once it is established. */
export function forbiddenConduct(storefront: StorefrontId, at: Date): readonly ConductKind[] {
  const { conduct } = termsInForce(storefront, at).rules;
  const answer = (kind: ConductKind) => decide(conduct, { kind, standing: "established", permission: "none" }).verdict;
  return conductKinds.filter((kind) => answer(kind).follows !== "nothing");
}
