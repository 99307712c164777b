import { storefrontNames } from "@covenant/domain";
import type { ClauseId } from "../clause.ts";
import { type Facts, factsRead } from "../condition.ts";
import type { PackRules, TermsVersion } from "../packs/pack.ts";
import { idOf, type Rule, type RuleBook } from "../rule.ts";
import * as account from "./account-words.ts";
import * as facts from "./fact-words.ts";
import * as requests from "./request-words.ts";
import { type FactWords, sayCondition } from "./say-condition.ts";
import * as verdicts from "./verdict-words.ts";

/** One terms version as a page of tables, and the name of its file. */
export type TablesPage = { readonly file: string; readonly text: string };

/** How a family is put to a reader. */
type Wording<F extends Facts, V> = {
  readonly asks: string;
  readonly facts: FactWords<F>;
  readonly sayVerdict: (verdict: V) => string;
};

/** Renders every rule of a version, question by question, for people who read law and not code. */
export function renderTables(terms: TermsVersion): TablesPage {
  const name = storefrontNames[terms.storefront];
  const lines = [
    `# ${name}, terms of ${terms.version}: decision tables`,
    "",
    "Written by `pnpm --filter @covenant/policy tables` from the rules that run; a test fails while this page differs from them.",
    "",
    "A rule applies where all of its facts are the case and no rule that goes before it applies too. Each combination of facts has",
    "exactly one outcome. The first clause is the rule's own; the others are read with it.",
    ...sections(terms.rules).flatMap(({ asks, table }) => ["", `## ${asks}`, "", ...table(terms)]),
    "",
  ];
  return { file: `${terms.storefront}-${terms.version}.md`, text: lines.join("\n") };
}

type Section = { readonly asks: string; readonly table: (terms: TermsVersion) => string[] };

/** Every family in the order a member meets it; one that is missing here does not compile. */
function sections(rules: PackRules): readonly Section[] {
  const byFamily: Record<keyof PackRules, Section> = {
    admission: section(rules.admission, {
      asks: "May this member start something?",
      facts: facts.admissionFacts,
      sayVerdict: verdicts.sayAdmission,
    }),
    prompt: section(rules.prompt, {
      asks: "Does a prompt run?",
      facts: facts.promptFacts,
      sayVerdict: verdicts.sayPrompt,
    }),
    settlement: section(rules.settlement, {
      asks: "What becomes of the credits of a generation?",
      facts: facts.settlementFacts,
      sayVerdict: verdicts.saySettlement,
    }),
    sanction: section(rules.sanction, {
      asks: "Is a breach a strike?",
      facts: facts.sanctionFacts,
      sayVerdict: verdicts.saySanction,
    }),
    review: section(rules.review, {
      asks: "What does a person's decision change?",
      facts: facts.reviewFacts,
      sayVerdict: verdicts.sayReview,
    }),
    lapse: section(rules.lapse, {
      asks: "What if nobody decides in time?",
      facts: facts.lapseFacts,
      sayVerdict: verdicts.sayLapse,
    }),
    retention: section(rules.retention, {
      asks: "How long is something kept?",
      facts: facts.retentionFacts,
      sayVerdict: verdicts.sayRetention,
    }),
    termsAcceptance: section(rules.termsAcceptance, {
      asks: "Do the terms in force hold for this member?",
      facts: facts.termsAcceptanceFacts,
      sayVerdict: verdicts.sayTermsAcceptance,
    }),
    termsNotice: section(rules.termsNotice, {
      asks: "How do members learn of new terms?",
      facts: facts.termsNoticeFacts,
      sayVerdict: verdicts.sayTermsNotice,
    }),
    orderRefund: section(rules.orderRefund, {
      asks: "Does money of an order go back?",
      facts: facts.orderRefundFacts,
      sayVerdict: verdicts.sayOrderRefund,
    }),
    cancellation: section(rules.cancellation, {
      asks: "When does a cancelled subscription end?",
      facts: facts.cancellationFacts,
      sayVerdict: verdicts.sayCancellation,
    }),
    priceChange: section(rules.priceChange, {
      asks: "How does a customer learn of a price?",
      facts: facts.priceChangeFacts,
      sayVerdict: verdicts.sayPriceChange,
    }),
    creditExpiry: section(rules.creditExpiry, {
      asks: "Until when can credits be used?",
      facts: facts.creditExpiryFacts,
      sayVerdict: verdicts.sayCreditExpiry,
    }),
    grace: section(rules.grace, {
      asks: "What of credits that come back after their time?",
      facts: facts.graceFacts,
      sayVerdict: verdicts.sayGrace,
    }),
    takedownNotice: section(rules.takedownNotice, {
      asks: "What happens on a notice?",
      facts: requests.takedownNoticeFacts,
      sayVerdict: requests.sayTakedownNotice,
    }),
    counterNotice: section(rules.counterNotice, {
      asks: "Does what was taken down come back?",
      facts: requests.counterNoticeFacts,
      sayVerdict: requests.sayCounterNotice,
    }),
    dataRequest: section(rules.dataRequest, {
      asks: "What is done on a request about one’s data?",
      facts: requests.dataRequestFacts,
      sayVerdict: requests.sayDataRequest,
    }),
    supportDeadline: section(rules.supportDeadline, {
      asks: "By when does support answer?",
      facts: requests.supportDeadlineFacts,
      sayVerdict: requests.saySupportDeadline,
    }),
    liabilityCap: section(rules.liabilityCap, {
      asks: "What is the most that can be owed for a loss?",
      facts: requests.liabilityCapFacts,
      sayVerdict: requests.sayLiabilityCap,
    }),
    conduct: section(rules.conduct, {
      asks: "Does conduct break the rules?",
      facts: account.conductFacts,
      sayVerdict: account.sayConduct,
    }),
    pattern: section(rules.pattern, {
      asks: "Are attempts a pattern?",
      facts: account.patternFacts,
      sayVerdict: account.sayPattern,
    }),
    ladder: section(rules.ladder, {
      asks: "What follows for an account?",
      facts: account.ladderFacts,
      sayVerdict: account.sayLadder,
    }),
    appeal: section(rules.appeal, {
      asks: "Can a decision be appealed?",
      facts: account.appealFacts,
      sayVerdict: account.sayAppeal,
    }),
    reconsideration: section(rules.reconsideration, {
      asks: "What becomes of a sanction whose strikes are void?",
      facts: account.reconsiderationFacts,
      sayVerdict: account.sayReconsideration,
    }),
    suspensionNotice: section(rules.suspensionNotice, {
      asks: "How is a member told of a sanction?",
      facts: account.suspensionNoticeFacts,
      sayVerdict: account.saySuspensionNotice,
    }),
    termination: section(rules.termination, {
      asks: "Is there notice before an account is closed?",
      facts: account.terminationFacts,
      sayVerdict: account.sayTermination,
    }),
    forfeiture: section(rules.forfeiture, {
      asks: "What becomes of the credits of a closed account?",
      facts: account.forfeitureFacts,
      sayVerdict: account.sayForfeiture,
    }),
  };
  return Object.values(byFamily);
}

function section<F extends Facts, V>(book: RuleBook<F, V>, wording: Wording<F, V>): Section {
  return { asks: wording.asks, table: (terms) => tableOf(book, wording, terms) };
}

function tableOf<F extends Facts, V>({ family, rules }: RuleBook<F, V>, wording: Wording<F, V>, terms: TermsVersion) {
  const ids = rules.map(idOf);
  const row = (rule: Rule<F, V>, index: number) => [
    `${index + 1}`,
    sayCondition(rule.when, wording.facts),
    `**${wording.sayVerdict(rule.gives)}**<br>${rule.says}`,
    clausesOf(rule, terms),
    ranges((rule.overrides ?? []).map((id) => ids.indexOf(id) + 1)),
  ];
  return [
    "| Rule | When | Then | Clauses | Goes before |",
    "| ---: | ---- | ---- | ------- | ----------- |",
    ...rules.map((rule, index) => `| ${row(rule, index).join(" | ")} |`),
    "",
    [counted(family.points().length), ...unread(rules, wording.facts)].join(" "),
  ];
}

function counted(points: number): string {
  return points === 1 ? "One combination of facts." : `${points} combinations of facts.`;
}

/** What is known and decides nothing: facts that no rule looks at. */
function unread<F extends Facts, V>(rules: readonly Rule<F, V>[], words: FactWords<F>): string[] {
  const read = new Set(rules.flatMap(({ when }) => [...factsRead(when)]));
  return Object.entries(words)
    .filter(([fact]) => !read.has(fact))
    .map(([, named]) => (typeof named === "string" ? [`${named} is lower`, "higher"] : Object.values<string>(named)))
    .filter((sentences) => sentences.length > 1)
    .map((sentences) => `It makes no difference whether ${sentences.join(", or ")}.`);
}

/** The rule's own clause with its title and source, then the ids it is read with. */
function clausesOf<F extends Facts, V>({ clause, readWith = [] }: Rule<F, V>, { clauseById }: TermsVersion): string {
  const own = clauseById.get(clause);
  const cited = own ? `${clause} “${own.title}” (${own.source})` : clause;
  const others: readonly ClauseId[] = readWith.filter((id) => id !== clause);
  return others.length === 0 ? cited : `${cited}<br>with ${others.join(", ")}`;
}

/** `1–4, 7` for 1, 2, 3, 4, 7. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
