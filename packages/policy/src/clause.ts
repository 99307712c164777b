import type { ClauseCitation } from "@covenant/domain";

/** `IAI-8.5` from a document's section, `IAI-i1` a house reading, `IAI-a1` assumed practice, `LAW-…` law. Never reused. */
export type ClauseId = string;

export const legalDocuments = ["terms", "acceptable-use", "refunds", "privacy", "copyright"] as const;
/** The legal pages, in the order a reader meets them. */
export type LegalDocument = (typeof legalDocuments)[number];

/** Questions whose rules are not written yet; a clause that waits for one says so. */
export const laterQuestions = [
  "suspensionNotice",
  "termination",
  "takedownNotice",
  "counterNotice",
  "dataRequest",
  "termsAcceptance",
  "supportDeadline",
  "liabilityCap",
] as const;
export type LaterQuestion = (typeof laterQuestions)[number];

/** Why a clause is words on a page and nothing else. */
export const textOnlyReasons = {
  informs: "It tells how things are and leaves nothing to decide.",
  permits: "It allows; what is forbidden is ruled under the clauses that forbid it.",
  "asks-members": "It asks something of members where no software looks.",
  declines: "It declines a promise; what is owed in a single case is ruled under other clauses.",
  "for-courts": "Only a court applies it.",
} as const;
export type TextOnly = keyof typeof textOnlyReasons;

/**
 * What makes a clause true: `ruling`, a rule of this package; `mechanism`, a part built so that it cannot be otherwise
 * (the ledger, routing, cookies); the question that will rule on it; or nothing but the page, for a reason.
 */
export type KeptBy = "ruling" | "mechanism" | LaterQuestion | TextOnly;

/** Whether a clause is only words. */
export function isTextOnly(keptBy: KeptBy): keptBy is TextOnly {
  return keptBy in textOnlyReasons;
}

/** A numbered statement of the terms, in the house's own words. */
export type Clause = {
  readonly id: ClauseId;
  readonly document: LegalDocument;
  readonly title: string;
  readonly text: string;
  readonly source: ClauseCitation["source"];
  /** Whether the clause changes what the software does. */
  readonly acts: boolean;
  readonly keptBy: KeptBy;
  /** First civil day of force. */
  readonly since: string;
  /** First civil day no longer in force; null while it stands. */
  readonly until: string | null;
};

/** A clause as a pack writes it, before its document and dates. */
export type ClauseEntry = Pick<Clause, "id" | "title" | "text" | "source" | "keptBy">;

const entryFrom =
  (source: Clause["source"]) =>
  (id: ClauseId, keptBy: KeptBy, title: string, text: string): ClauseEntry => ({ id, keptBy, title, text, source });

/** The storefront's own document says so. */
export const stated = entryFrom("stated");
/** The document is silent or contradicts itself; this is the house's reading. */
export const interpreted = entryFrom("interpreted");
/** The document announces something and does not give it; ordinary practice fills it. */
export const assumed = entryFrom("assumed");
/** A statute says so, whatever the documents say. */
export const byLaw = entryFrom("law");

/** Places entries in a document, in force since a civil day. */
export function inDocument(document: LegalDocument, since: string, entries: readonly ClauseEntry[]): readonly Clause[] {
  return entries.map((entry) => ({ ...entry, document, acts: !isTextOnly(entry.keptBy), since, until: null }));
}

/** Where a legal page shows the clause: `/legal/terms#IAI-1.1`. */
export function pathOf(clause: Clause): string {
  return `/legal/${clause.document}#${clause.id}`;
}
