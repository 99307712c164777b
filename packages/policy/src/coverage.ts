import { type Clause, type ClauseId, isTextOnly, type KeptBy, mechanisms, textOnlyReasons } from "./clause.ts";
import { type BookReport, examineBook, type RuleOutline } from "./examine-book.ts";
import type { PackRules, TermsVersion } from "./packs/pack.ts";
import type { RuleId } from "./rule.ts";

const sources = ["stated", "interpreted", "assumed", "law"] as const satisfies readonly Clause["source"][];

const keepers = ["ruling", "mechanism", "words"] as const;
/** What keeps a clause. */
type Keeper = (typeof keepers)[number];

/** One clause, and what makes it true. */
type ClauseCoverage = {
  readonly id: ClauseId;
  readonly title: string;
  readonly source: Clause["source"];
  readonly keeper: Keeper;
  /** Which mechanism keeps it and where that is, or why it is only words; empty where rules keep it. */
  readonly because: string;
  /** The rules that cite it, alone or beside another clause. */
  readonly rules: readonly RuleId[];
};

/** How many clauses of one source are kept in which way. */
type CoverageRow = { readonly source: Clause["source"] } & Readonly<Record<Keeper, number>>;

/** A book's report, under the name that the book has in a pack. */
type NamedBook = BookReport & { readonly name: keyof PackRules };

export type Coverage = {
  readonly storefront: string;
  readonly version: string;
  readonly rows: readonly CoverageRow[];
  readonly clauses: readonly ClauseCoverage[];
  readonly books: readonly NamedBook[];
  /** Empty in a sound pack. */
  readonly faults: readonly string[];
};

/** Sets a version's clauses against its rules, and its rules against each other. */
export function coverageOf(terms: TermsVersion): Coverage {
  const books = booksOf(terms.rules);
  const clauses = terms.clauses.map((clause) => clauseCoverage(clause, books));
  return {
    storefront: terms.storefront,
    version: terms.version,
    rows: sources.map((source) => rowOf(source, clauses)),
    clauses,
    books,
    faults: [
      ...clauseFaults(
        terms,
        books.flatMap(({ rules }) => rules),
      ),
      ...books.flatMap((book) => book.faults),
    ],
  };
}

/** Every book by name; a new family that is missing here does not compile. */
function booksOf(rules: PackRules): NamedBook[] {
  const byName: Record<keyof PackRules, BookReport> = {
    admission: examineBook(rules.admission),
    prompt: examineBook(rules.prompt),
    settlement: examineBook(rules.settlement),
    sanction: examineBook(rules.sanction),
    review: examineBook(rules.review),
    lapse: examineBook(rules.lapse),
    retention: examineBook(rules.retention),
    termsAcceptance: examineBook(rules.termsAcceptance),
    termsNotice: examineBook(rules.termsNotice),
    orderRefund: examineBook(rules.orderRefund),
    cancellation: examineBook(rules.cancellation),
    priceChange: examineBook(rules.priceChange),
    creditExpiry: examineBook(rules.creditExpiry),
    grace: examineBook(rules.grace),
    takedownNotice: examineBook(rules.takedownNotice),
    counterNotice: examineBook(rules.counterNotice),
    dataRequest: examineBook(rules.dataRequest),
    supportDeadline: examineBook(rules.supportDeadline),
    liabilityCap: examineBook(rules.liabilityCap),
    conduct: examineBook(rules.conduct),
    pattern: examineBook(rules.pattern),
    ladder: examineBook(rules.ladder),
    appeal: examineBook(rules.appeal),
    reconsideration: examineBook(rules.reconsideration),
    suspensionNotice: examineBook(rules.suspensionNotice),
    termination: examineBook(rules.termination),
    forfeiture: examineBook(rules.forfeiture),
  };
  return Object.entries(byName).map(([name, report]) => ({ ...report, name: name as keyof PackRules }));
}

function clauseCoverage({ id, title, source, keptBy }: Clause, books: readonly BookReport[]): ClauseCoverage {
  const rules = books.flatMap((book) => book.rules.filter(({ clauses }) => clauses.includes(id)));
  return { id, title, source, ...kept(keptBy), rules: rules.map((rule) => rule.id) };
}

function kept(keptBy: KeptBy): Pick<ClauseCoverage, "keeper" | "because"> {
  if (keptBy === "ruling") return { keeper: "ruling", because: "" };
  if (isTextOnly(keptBy)) return { keeper: "words", because: textOnlyReasons[keptBy] };
  const [does, where] = mechanisms[keptBy];
  return { keeper: "mechanism", because: `${does} (${where})` };
}

function rowOf(source: Clause["source"], clauses: readonly ClauseCoverage[]): CoverageRow {
  const count = (keeper: Keeper) =>
    clauses.filter((clause) => clause.source === source && clause.keeper === keeper).length;
  return {
    source,
    ruling: count("ruling"),
    mechanism: count("mechanism"),
    words: count("words"),
  };
}

/** Clauses and rules that do not belong together: a rule without its clause, a ruled clause without a rule. */
export function clauseFaults({ clauses, clauseById }: TermsVersion, rules: readonly RuleOutline[]): string[] {
  const cited = new Set(rules.flatMap((rule) => rule.clauses));
  const ids = clauses.map(({ id }) => id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two clauses are called ${id}`),
    ...rules.flatMap((rule) =>
      rule.clauses.filter((id) => !clauseById.has(id)).map((id) => `${rule.id} cites ${id}, which does not exist`),
    ),
    ...clauses
      .filter(({ id, keptBy }) => keptBy === "ruling" && !cited.has(id))
      .map(({ id }) => `${id} is said to be kept by a ruling, and no rule cites it`),
    ...clauses
      .filter(({ id, keptBy }) => keptBy !== "ruling" && cited.has(id))
      .map(({ id, keptBy }) => `${id} is said to be kept by ${keptBy}, and a rule cites it`),
  ];
}
