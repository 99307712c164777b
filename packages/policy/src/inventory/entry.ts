import type { Offer, RecipientId } from "@covenant/domain";
import type { RetentionSubject } from "../retention/facts.ts";

/** `public.member.email`: schema, table and column as the database names them. */
export type ColumnName = `${string}.${string}.${string}`;

/** The grounds of GDPR article 6(1) that a use may rest on. */
export const bases = {
  contract: "To do what you asked us for (GDPR, article 6(1)(b))",
  law: "Because a law asks for it (GDPR, article 6(1)(c))",
  interest: "Because we, or others, have good reason to (GDPR, article 6(1)(f))",
} as const;
export type Basis = keyof typeof bases;

/** Where things are. */
export const places = {
  database: "Our database",
  files: "Our file storage, each file encrypted with a key of its own",
  keys: "Our database of keys, apart from the files",
  queue: "Our queue",
  logs: "The logs of our servers",
  device: "Your device",
} as const;
export type Place = keyof typeof places;

/** Records that no retention rule speaks of, in words; each pack names the clause that keeps them. */
export const recordWords = {
  account: "records of your account",
  billing: "records of payments and credits",
  safety: "records kept for safety",
} as const;
export type RecordKind = keyof typeof recordWords;
export const recordKinds: readonly RecordKind[] = ["account", "billing", "safety"];

/**
 * How long something stays, told by whoever decides it: the retention rules, a clause of the storefront's pack, or a
 * mechanism whose sentence is made from the number it runs on.
 */
export type Kept =
  | { readonly by: "rule"; readonly subject: RetentionSubject }
  | { readonly by: "clause"; readonly records: RecordKind }
  | { readonly by: "mechanism"; readonly says: string };

/** Something that is stored about a member, in words for them, and the columns that hold it. */
export type Entry = {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly basis: Basis;
  readonly place: Place;
  readonly kept: Kept;
  /** Besides the company whose servers we run on, which has all that lies there. */
  readonly receivers: readonly RecipientId[];
  /** Empty where no column holds it: logs, cookies. */
  readonly columns: readonly ColumnName[];
  /** Stored only where the storefront offers this. */
  readonly needs?: Offer;
};

/** Columns that say nothing about a member by themselves, and why. */
export type Technical = { readonly why: string; readonly columns: readonly ColumnName[] };

/** A part of the register. */
export type Room = { readonly entries: readonly Entry[]; readonly technical: readonly Technical[] };

/** Columns of a table, their names parted by spaces. */
export function of(table: `${string}.${string}`, columns: string): ColumnName[] {
  return columns.split(/\s+/).map((column): ColumnName => `${table}.${column}`);
}

export const byRule = (subject: RetentionSubject): Kept => ({ by: "rule", subject });
export const byClause = (records: RecordKind): Kept => ({ by: "clause", records });
export const byMechanism = (says: string): Kept => ({ by: "mechanism", says });
