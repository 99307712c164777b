import type { Clause, KeptBy } from "./clause.ts";
import { type BookReport, examineBook } from "./examine-book.ts";
import type { PackRules, TermsVersion } from "./packs/pack.ts";

export const sources = ["stated", "interpreted", "assumed", "law"] as const satisfies readonly Clause["source"][];

/** How many clauses of one source are kept in which way. */
export type CoverageRow = {
  readonly source: Clause["source"];
  readonly ruled: number;
  readonly mechanism: number;
  /** Clauses that act and wait for a question that is not written yet. */
  readonly waiting: number;
  readonly words: number;
};

export type Coverage = {
  readonly storefront: string;
  readonly version: string;
  readonly rows: readonly CoverageRow[];
  readonly books: readonly BookReport[];
  readonly waiting: readonly Clause[];
  /** Empty in a sound pack. */
  readonly faults: readonly string[];
};

/** Sets a version's clauses against its rules, and its rules against each other. */
export function coverageOf(terms: TermsVersion): Coverage {
  const books = Object.values(booksOf(terms.rules));
  return {
    storefront: terms.storefront,
    version: terms.version,
    rows: sources.map((source) => rowOf(source, terms.clauses)),
    books,
    waiting: terms.clauses.filter((clause) => groupOf(clause.keptBy) === "waiting"),
    faults: [...clauseFaults(terms, books), ...books.flatMap((book) => book.faults)],
  };
}

/** Every book by name; a new family that is missing here does not compile. */
function booksOf(rules: PackRules): Record<keyof PackRules, BookReport> {
  return {
    admission: examineBook(rules.admission),
    prompt: examineBook(rules.prompt),
    settlement: examineBook(rules.settlement),
    sanction: examineBook(rules.sanction),
    review: examineBook(rules.review),
    lapse: examineBook(rules.lapse),
    retention: examineBook(rules.retention),
    orderRefund: examineBook(rules.orderRefund),
    cancellation: examineBook(rules.cancellation),
    priceChange: examineBook(rules.priceChange),
    creditExpiry: examineBook(rules.creditExpiry),
    grace: examineBook(rules.grace),
  };
}

function rowOf(source: Clause["source"], clauses: readonly Clause[]): CoverageRow {
  const count = (group: ReturnType<typeof groupOf>) =>
    clauses.filter((clause) => clause.source === source && groupOf(clause.keptBy) === group).length;
  return {
    source,
    ruled: count("ruling"),
    mechanism: count("mechanism"),
    waiting: count("waiting"),
    words: count("words"),
  };
}

function groupOf(keptBy: KeptBy): "ruling" | "mechanism" | "words" | "waiting" {
  return keptBy === "ruling" || keptBy === "mechanism" || keptBy === "words" ? keptBy : "waiting";
}

function clauseFaults({ clauses, clauseById }: TermsVersion, books: readonly BookReport[]): string[] {
  const rules = books.flatMap((book) => book.rules);
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
