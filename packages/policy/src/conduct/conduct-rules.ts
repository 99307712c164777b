import type { ConductKind } from "@covenant/domain";
import type { ClauseId } from "../clause.ts";
import { type Rule, type RuleBook, ruleBook } from "../rule.ts";
import { type ConductFacts, type ConductVerdict, conductFamily, onConduct } from "./facts.ts";

const { all, always, is } = onConduct;

/** What a strike of each gravity weighs, and how many days it counts. */
export type ConductScale = {
  readonly ordinary: { readonly weight: number; readonly expiresAfterDays: number };
  readonly grave: { readonly weight: number; readonly expiresAfterDays: number };
};

/** A clause that forbids some conduct, and what a proof of it brings: a strike, the ladder alone, or the end of keys. */
export type ConductProhibition = {
  readonly clause: ClauseId;
  readonly readWith?: readonly ClauseId[];
  readonly kinds: readonly [ConductKind, ...ConductKind[]];
  readonly brings: keyof ConductScale | "ladder" | "keys-end";
};

type ConductTerms = {
  /** Says that a person's decision is proof, and that what nobody looked at has no consequence. */
  readonly proof: ClauseId;
  /** Says what strikes weigh. */
  readonly scale: ClauseId & string;
  readonly scaleOf: ConductScale;
  readonly prohibitions: readonly ConductProhibition[];
};

type ConductRule = Rule<ConductFacts, ConductVerdict>;

/** What is alleged has no consequence, what is suspected is looked at, and what a person establishes has what its clause says. */
export function conductRules(terms: ConductTerms): RuleBook<ConductFacts, ConductVerdict> {
  const general = `${terms.proof}/nothing` as const;
  return ruleBook(conductFamily, [
    {
      clause: terms.proof,
      name: "nothing",
      when: always,
      gives: { follows: "nothing" },
      says: "What nobody has looked at, and what the terms do not forbid, has no consequence.",
    },
    ...terms.prohibitions.flatMap((prohibition) => rulesOf(prohibition, terms, general)),
  ]);
}

function rulesOf(
  { clause, readWith = [], kinds, brings }: ConductProhibition,
  { proof, scale, scaleOf }: ConductTerms,
  general: `${ClauseId}/${string}`,
): ConductRule[] {
  const ofKind = all(is("kind", ...kinds), is("permission", "none", "not-in-force"));
  const name = kinds[0];
  const suspected: ConductRule = {
    clause,
    name: `${name}-suspected`,
    readWith: [...readWith, proof],
    overrides: [general],
    when: all(is("standing", "suspected"), ofKind),
    gives: { follows: "case" },
    says: "What there is reason to suspect is looked at by a person, and has no consequence until then.",
  };
  const established = { clause, name: `${name}-established`, overrides: [general] } as const;
  const when = all(is("standing", "established"), ofKind);
  if (brings === "keys-end") {
    const says = "A key that others know is replaced: every key ends, and nobody is blamed for it.";
    return [suspected, { ...established, readWith: [...readWith, proof], when, gives: { follows: brings }, says }];
  }
  if (brings === "ladder") {
    const says = "Whoever breaks the rules again and again answers for the whole record.";
    return [suspected, { ...established, readWith: [...readWith, proof], when, gives: { follows: brings }, says }];
  }
  return [
    suspected,
    {
      ...established,
      readWith: [...readWith, scale, proof],
      when,
      gives: { follows: "strike", ...scaleOf[brings] },
      says: "A breach of the rules of conduct that a person established is a strike, and it counts until it expires.",
    },
  ];
}
