import type { ClauseId } from "../clause.ts";
import { type Rule, type RuleBook, type RuleId, ruleBook } from "../rule.ts";
import {
  type DataRequestFacts,
  type DataRequestKind,
  type DataRequestVerdict,
  dataRequestFamily,
  onDataRequest,
} from "./facts.ts";

const { all, is } = onDataRequest;

/** GDPR, article 12(3): one month from the receipt, and two more where it is complex. */
const monthsOf = { ordinary: { months: 1, extraMonths: 0 }, complex: { months: 1, extraMonths: 2 } } as const;

type DataRequestTerms = {
  /** The storefront's own clauses on these rights. */
  readonly own: readonly ClauseId[];
  /** Its clause on closing the account. */
  readonly closing: readonly ClauseId[];
};

type Way = {
  readonly name: string;
  readonly requests: readonly [DataRequestKind, ...DataRequestKind[]];
  readonly action: Exclude<DataRequestVerdict["action"], "prove-identity">;
  readonly readWith: readonly ClauseId[];
  readonly says: string;
};

const clause = "LAW-DATA-RIGHTS";
const erased = "Your data is erased, but for what the law obliges us to keep.";

/** Each request is done in a month, once we know who asks; what a preservation covers stays, whatever is erased. */
export function dataRequestRules({ own, closing }: DataRequestTerms): RuleBook<DataRequestFacts, DataRequestVerdict> {
  const kept = "LAW-PRESERVATION";
  const ways: readonly Way[] = [
    {
      name: "hand-over",
      requests: ["access", "export"],
      action: "hand-over",
      readWith: own,
      says: "You get your data, in a form that people and programs can read.",
    },
    {
      name: "correct",
      requests: ["correction"],
      action: "correct",
      readWith: own,
      says: "What is wrong is corrected.",
    },
    {
      name: "weigh",
      requests: ["objection"],
      action: "weigh",
      readWith: own,
      says: "A person looks at your objection, and the use stops unless there are grounds that outweigh it.",
    },
    {
      name: "restrict",
      requests: ["restriction"],
      action: "restrict",
      readWith: own,
      says: "While this is looked into, your data is kept and not used.",
    },
    { name: "erase", requests: ["deletion"], action: "erase", readWith: [...own, kept], says: erased },
    { name: "close", requests: ["close-account"], action: "erase", readWith: [...closing, kept], says: erased },
  ];
  const general = ways.flatMap(rulesOf);
  // The sentence and the clauses are those of any erasure: nobody learns from them that something is preserved.
  const preserved = ways
    .filter(({ action }) => action === "erase")
    .flatMap((way) => rulesOf({ ...way, action: "erase-rest", name: `${way.name}-rest` }))
    .map((rule) => ({
      ...rule,
      overrides: general.filter(({ readWith }) => readWith === rule.readWith).map(idOf),
      when: all(rule.when, is("preservation", "standing")),
    }));
  return ruleBook(dataRequestFamily, [
    ...general,
    ...preserved,
    {
      clause,
      name: "who-asks",
      readWith: own,
      overrides: [...general, ...preserved].map(idOf),
      when: is("identity", "unverified"),
      gives: { action: "prove-identity", months: 1 },
      says: "Data goes to nobody but the person it is about, so we first ask who you are.",
    },
  ]);
}

function idOf(rule: { readonly name: string }): RuleId {
  return `${clause}/${rule.name}`;
}

/** A request at its ordinary pace, and the same where it is complex. */
function rulesOf({ name, requests, action, readWith, says }: Way): Rule<DataRequestFacts, DataRequestVerdict>[] {
  return (["ordinary", "complex"] as const).map((effort) => ({
    clause,
    name: effort === "ordinary" ? name : `${name}-complex`,
    readWith,
    when: all(is("request", ...requests), is("effort", effort)),
    gives: { action, ...monthsOf[effort] },
    says,
  }));
}
