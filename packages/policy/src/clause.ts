import type { ClauseCitation } from "@covenant/domain";

/** `IAI-8.5` from a document's section, `IAI-i1` a house reading, `IAI-a1` assumed practice, `LAW-…` law. Never reused. */
export type ClauseId = string;

export const legalDocuments = ["terms", "acceptable-use", "refunds", "privacy", "copyright"] as const;
/** The legal pages, in the order a reader meets them. */
export type LegalDocument = (typeof legalDocuments)[number];

/** Why a clause is words on a page and nothing else. */
export const textOnlyReasons = {
  informs: "It tells how things are and leaves nothing to decide.",
  permits: "It allows; what is forbidden is ruled under the clauses that forbid it.",
  "asks-members": "It asks something of members where no software looks.",
  declines: "It declines a promise; what is owed in a single case is ruled under other clauses.",
  "for-courts": "Only a court applies it.",
} as const;
export type TextOnly = keyof typeof textOnlyReasons;

/** Parts that are built so that a clause cannot be otherwise: what each does, and where in this repository. */
export const mechanisms = {
  "no-claim": [
    "Files are read for the generation they were given for, and nothing records a right of ours.",
    "apps/api/src/artifacts",
  ],
  "no-cards": [
    "Cards are typed at the processor; no column and no form of ours can hold one.",
    "apps/api/src/payments",
  ],
  "paid-first": [
    "Credits are granted by what the processor answers, and by nothing a browser says.",
    "apps/api/src/orders/settle-order.ts",
  ],
  dollars: [
    "Packs are priced in dollars, and an order keeps the rate of its moment.",
    "apps/api/src/orders/price-order.ts",
  ],
  "no-training": ["No upstream that trains on what it is sent is chosen.", "packages/providers/src/routing"],
  routing: [
    "Upstreams are picked for each request, and told to keep nothing where they can be told.",
    "packages/providers/src/routing",
  ],
  sealing: ["Each file is encrypted with a key of its own before it is stored.", "apps/api/src/sealing"],
  recipients: [
    "A part that reaches an outside party without a line in the register fails the coverage.",
    "packages/policy/src/inventory",
  ],
  "pictures-held-against-bars": [
    "Every picture is looked at before it is delivered or worked from, and a near one is withheld.",
    "apps/api/src/imprints",
  ],
  "one-cookie": ["One cookie holds the session, and no page loads anything from elsewhere.", "apps/api/src/sessions"],
  "records-stay": ["Histories are added to and never edited, and no job deletes them.", "packages/db/sql/grants.sql"],
  "no-newsletter": ["Mails are written by receipts, decisions and notices alone.", "apps/api/src/mail"],
  "paused-renewals": [
    "Collection is paused at the processor while an account is suspended.",
    "apps/api/src/subscriptions/pause-suspended.ts",
  ],
} as const satisfies Record<string, readonly [does: string, where: string]>;
export type Mechanism = keyof typeof mechanisms;

/**
 * What makes a clause true: `ruling`, a rule of this package; a mechanism, built so that it cannot be otherwise; or nothing
 * but the page, for a reason.
 */
export type KeptBy = "ruling" | Mechanism | TextOnly;

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

/** Where a legal page shows the clause as one version has it: `/legal/terms/2026-05-21#IAI-1.1`. */
export function pathOf({ document, id }: Clause, version: string): string {
  return `/legal/${document}/${version}#${id}`;
}
