import {
  type InventoryView,
  type Offers,
  type RecipientId,
  type RecipientView,
  recipientIds,
  type StoredItem,
} from "@covenant/domain";
import { type Clause, type ClauseId, pathOf } from "../clause.ts";
import { decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { packs } from "../packs/packs.ts";
import type { RetentionVerdict } from "../retention/facts.ts";
import { bases, type Entry, type Kept, places, recordKinds, recordWords } from "./entry.ts";
import { keptDays } from "./kept-days.ts";
import { lawfulShares, type PrivacyStatement } from "./privacy-statement.ts";
import { recipients } from "./recipients.ts";
import { entries } from "./register.ts";

/** A terms version with what its pack says of data, and what the storefront offers. */
export type Shop = {
  readonly terms: TermsVersion;
  readonly privacy: PrivacyStatement;
  readonly offers: Offers;
};

/** What a storefront stores and who receives it, under a version of its terms. */
export function inventoryOf(terms: TermsVersion, offers: Offers): InventoryView {
  return inventoryIn({ terms, privacy: packs[terms.storefront].privacy, offers });
}

/** The same with what its pack says of data at hand. */
export function inventoryIn(shop: Shop): InventoryView {
  return {
    stored: entries.filter((entry) => isOffered(shop, entry)).map((entry) => itemOf(shop, entry)),
    records: recordsIn(shop),
    recipients: recipientsOf(shop).map((id) => recipientIn(shop, id)),
  };
}

/** What the clauses say of the records that no rule counts days for, each clause once. */
function recordsIn({ terms, privacy }: Shop): InventoryView["records"] {
  const ids = [...new Set(recordKinds.map((kind) => privacy.keeps[kind]))];
  return ids.map((id) => {
    const clause = clauseOf(terms, id);
    const kinds = recordKinds.filter((kind) => privacy.keeps[kind] === id).map((kind) => recordWords[kind]);
    return { kinds, says: clause.text, clause: linkTo(terms, clause) };
  });
}

/** Who receives something at this storefront. */
export function recipientsOf(shop: Pick<Shop, "offers">): RecipientId[] {
  return recipientIds.filter((id) => isOffered(shop, recipients[id]));
}

/** The clauses of this version that speak of a recipient. */
export function sharesOf({ terms, privacy }: Pick<Shop, "terms" | "privacy">): PrivacyStatement["shares"] {
  return [...privacy.shares, ...lawfulShares].filter(({ clause }) => terms.clauseById.has(clause));
}

function isOffered({ offers }: Pick<Shop, "offers">, { needs }: Pick<Entry, "needs">): boolean {
  return needs === undefined || offers.has.includes(needs);
}

function itemOf(shop: Shop, entry: Entry): StoredItem {
  const { id, what, why, basis, place, kept, receivers } = entry;
  const here = recipientsOf(shop);
  return {
    id,
    what,
    why,
    basis: bases[basis],
    where: places[place],
    ...endOf(shop, kept),
    receivers: here.filter((each) => receivers.includes(each)).map((id) => ({ id, name: recipients[id].name })),
  };
}

function endOf({ terms, privacy }: Shop, kept: Kept): Pick<StoredItem, "howLong" | "clauses"> {
  switch (kept.by) {
    case "mechanism":
      return { howLong: kept.says, clauses: [] };
    case "clause": {
      const clause = clauseOf(terms, privacy.keeps[kept.records]);
      return { howLong: `With the ${recordWords[kept.records]}.`, clauses: [linkTo(terms, clause)] };
    }
    case "rule": {
      const { verdict, determining } = decide(terms.rules.retention, {
        subject: kept.subject,
        preservation: "none",
      });
      const cited = new Set(determining.flatMap(({ clause, readWith = [] }) => [clause, ...readWith]));
      return { howLong: wordsOf(verdict), clauses: [...cited].map((id) => linkTo(terms, clauseOf(terms, id))) };
    }
  }
}

function wordsOf(verdict: RetentionVerdict): string {
  switch (verdict.stays) {
    case "forMember":
      return `Until you delete it or your account ends; closed by a decision, it ends after ${keptDays.closedAccount} days, when that can be appealed no more.`;
    case "forDays":
      return `${verdict.days} days.`;
    case "forDelivery":
      return `${verdict.minutesAfterCreation} minutes, or ${verdict.minutesAfterDownload} minutes after your first complete download, whichever comes first.`;
    case "preserved":
      return `${verdict.years} years at the least, until a person has ruled again.`;
  }
}

function recipientIn(shop: Shop, id: RecipientId): RecipientView {
  const { name, gets, why, place } = recipients[id];
  const cited = sharesOf(shop).filter(({ names }) => names[id] !== undefined);
  return {
    id,
    name: id === "model-makers" ? `${name}: ${shop.offers.makers.join(", ")}` : name,
    gets,
    why,
    place,
    clauses: cited.map(({ clause }) => linkTo(shop.terms, clauseOf(shop.terms, clause))),
  };
}

function clauseOf(terms: TermsVersion, id: ClauseId): Clause {
  const clause = terms.clauseById.get(id);
  if (!clause) throw new RangeError(`${terms.storefront} ${terms.version} has no clause ${id}`);
  return clause;
}

function linkTo({ version }: TermsVersion, clause: Clause): StoredItem["clauses"][number] {
  return { id: clause.id, title: clause.title, path: pathOf(clause, version) };
}
