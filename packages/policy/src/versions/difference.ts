import type { StorefrontId } from "@covenant/domain";
import type { Clause, ClauseId, LegalDocument } from "../clause.ts";
import type { PackRules, TermsVersion } from "../packs/pack.ts";
import { idOf, type RuleId } from "../rule.ts";

/** `material`: a clause that acts, or a rule, is another than before. `editorial`: only words that change nothing done. */
export type Weight = "material" | "editorial";

type Wordings =
  | { readonly kind: "added"; readonly before: null; readonly after: Clause }
  | { readonly kind: "removed"; readonly before: Clause; readonly after: null }
  | { readonly kind: "reworded"; readonly before: Clause; readonly after: Clause };

/** What became of one clause between two versions. */
export type ClauseChange = Wordings & {
  readonly id: ClauseId;
  readonly document: LegalDocument;
  readonly weight: Weight;
  /** Why it matters to a member, where the later version says so. */
  readonly matters: string | null;
  /** Rules that cite it and are new, gone or different. */
  readonly rules: readonly RuleId[];
};

/** What tells a version from an earlier one of the same storefront. */
export type TermsDifference = {
  readonly storefront: StorefrontId;
  readonly from: string;
  readonly to: string;
  /** Material where a single change is. */
  readonly weight: Weight;
  /** In the order of the later version, removed clauses last. */
  readonly changes: readonly ClauseChange[];
  /** Rules that differ though every clause they cite reads as before: none in sound terms. */
  readonly unsaid: readonly RuleId[];
};

/** Compares a version with an earlier one, clause by clause and rule by rule. Throws a `RangeError` for other orders. */
export function differenceBetween(before: TermsVersion, after: TermsVersion): TermsDifference {
  if (before.storefront !== after.storefront || before.startsAt >= after.startsAt) {
    throw new RangeError(`${after.storefront} ${after.version} does not follow ${before.storefront} ${before.version}`);
  }
  const rules = changedRules(before.rules, after.rules);
  const changes = [
    ...after.clauses.flatMap((clause) => changeTo(clause, before.clauseById.get(clause.id)) ?? []),
    ...before.clauses.filter(({ id }) => !after.clauseById.has(id)).map(removalOf),
  ].map((change) => weighed(change, rules, after));
  const changed = new Set(changes.map(({ id }) => id));
  const unsaid = rules.filter(({ cites }) => !cites.some((id) => changed.has(id))).map(({ id }) => id);
  const isMaterial = unsaid.length > 0 || changes.some(({ weight }) => weight === "material");
  return {
    storefront: after.storefront,
    from: before.version,
    to: after.version,
    weight: isMaterial ? "material" : "editorial",
    changes,
    unsaid,
  };
}

function changeTo(after: Clause, before: Clause | undefined): Wordings | null {
  if (before === undefined) return { kind: "added", before: null, after };
  return readsAlike(before, after) ? null : { kind: "reworded", before, after };
}

function readsAlike(one: Clause, other: Clause): boolean {
  return (["title", "text", "source", "keptBy", "document"] as const).every((part) => one[part] === other[part]);
}

function removalOf(before: Clause): Wordings {
  return { kind: "removed", before, after: null };
}

function weighed(change: Wordings, rules: readonly ChangedRule[], after: TermsVersion): ClauseChange {
  const { id, document } = change.after ?? change.before;
  const own = rules.filter(({ cites }) => cites.includes(id)).map((rule) => rule.id);
  const acts = change.before?.acts === true || change.after?.acts === true;
  const weight = acts || own.length > 0 ? "material" : "editorial";
  return { ...change, id, document, weight, matters: after.news?.matters.get(id) ?? null, rules: own };
}

type ChangedRule = { readonly id: RuleId; readonly cites: readonly ClauseId[] };

/** A rule of any question, as far as it can be compared. */
type ComparedRule = {
  readonly clause: ClauseId;
  readonly name: string;
  readonly readWith?: readonly ClauseId[];
};

function changedRules(before: PackRules, after: PackRules): readonly ChangedRule[] {
  const texts = (rules: PackRules) =>
    new Map(
      Object.entries<{ readonly rules: readonly ComparedRule[] }>(rules).flatMap(([family, book]) =>
        book.rules.map((rule) => [`${family} ${JSON.stringify(rule)}`, rule]),
      ),
    );
  const [earlier, later] = [texts(before), texts(after)];
  const differing = [
    ...[...later].filter(([text]) => !earlier.has(text)),
    ...[...earlier].filter(([text]) => !later.has(text)),
  ];
  const cites = new Map<RuleId, readonly ClauseId[]>();
  for (const [, rule] of differing) {
    const id = idOf(rule);
    cites.set(id, [...new Set([...(cites.get(id) ?? []), rule.clause, ...(rule.readWith ?? [])])]);
  }
  return [...cites].map(([id, clauses]) => ({ id, cites: clauses }));
}
