import {
  type EntryQuestion,
  findSealOf,
  getEntryDetail,
  getHold,
  getWalletDetail,
  listEntriesOfCause,
  listEntryDetails,
  listHoldsOfCause,
  listLotsOfOrder,
} from "@covenant/db";
import {
  type CaseId,
  type EntryDetail,
  type ExploredEntry,
  type ExploredHolds,
  type ExploredOrder,
  type ExploredWallet,
  type GenerationId,
  type HoldId,
  type MemberId,
  type OrderId,
  type OrderState,
  type Page,
  Refusal,
  type StorefrontId,
  storefrontIds,
  type WalletOwner,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";

type DbDeps = Pick<Deps, "db">;

/** The wallets of an address: one person may have an account at every storefront. */
export async function findWallets({ db }: DbDeps, email: string): Promise<WalletOwner[]> {
  const where = { email: email.toLowerCase(), storefront: { in: [...storefrontIds] } };
  const rows = await db.rows.member.findMany({ where, orderBy: { storefront: "asc" } });
  return rows.map(ownerOf);
}

/** @throws Refusal "thing/not-found", as all below. */
export async function exploreWallet({ db }: DbDeps, memberId: MemberId): Promise<ExploredWallet> {
  const [owner, wallet] = await Promise.all([getOwner({ db }, memberId), getWalletDetail(db, memberId)]);
  return { owner, wallet };
}

export async function exploreOrder({ db }: DbDeps, id: OrderId): Promise<ExploredOrder> {
  const order = await db.rows.order.findUnique({ where: { id } });
  if (order === null) throw new Refusal("thing/not-found", { thing: "order" });
  const [owner, lots] = await Promise.all([getOwner({ db }, order.memberId), listLotsOfOrder(db, id)]);
  const { packName, placedAt } = order;
  return { id, owner, packName, state: order.state as OrderState, placedAt: placedAt.toISOString(), lots };
}

/** Every entry that moved credits of the order's lots or was caused by it, newest first. */
export async function listOrderEntries(
  { db }: DbDeps,
  { orderId, ...question }: { orderId: OrderId } & Omit<EntryQuestion, "walletId" | "lotIds">,
): Promise<Page<EntryDetail>> {
  const lots = await listLotsOfOrder(db, orderId);
  const [first] = lots;
  if (first === undefined) return { rows: [], next: null };
  return listEntryDetails(db, {
    ...question,
    walletId: first.memberId,
    lotIds: lots.map(({ id }) => id),
    orCause: orderId,
  });
}

export async function exploreHold({ db }: DbDeps, holdId: HoldId): Promise<ExploredHolds> {
  const hold = await getHold(db, holdId);
  const [owner, entries] = await Promise.all([
    getOwner({ db }, hold.walletId),
    listEntriesOfCause(db, hold.cause, holdId),
  ]);
  return { owner, holds: [hold], entries };
}

/** A generation is known by its entries, which outlive its own row. */
export async function exploreGeneration({ db }: DbDeps, generationId: GenerationId): Promise<ExploredHolds> {
  const [holds, entries] = await Promise.all([
    listHoldsOfCause(db, generationId),
    listEntriesOfCause(db, generationId),
  ]);
  const memberId = entries[0]?.memberId ?? (await findMemberOf({ db }, generationId));
  return { owner: await getOwner({ db }, memberId), holds, entries };
}

async function findMemberOf({ db }: DbDeps, id: GenerationId): Promise<string> {
  const row = await db.rows.generation.findUnique({ where: { id }, select: { memberId: true } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "generation" });
  return row.memberId;
}

export async function exploreEntry(
  { db }: DbDeps,
  { memberId, version }: { memberId: MemberId; version: number },
): Promise<ExploredEntry> {
  const entry = { walletId: memberId, version };
  const [owner, found, seal] = await Promise.all([
    getOwner({ db }, memberId),
    getEntryDetail(db, entry),
    findSealOf(db, entry),
  ]);
  return { owner, ...found, seal, caseId: await caseOf({ db }, found.entry.cause) };
}

/** The case of a sanction or a decision, by which credits were forfeited or paid back. */
async function caseOf({ db }: DbDeps, cause: string | null): Promise<CaseId | null> {
  if (cause === null) return null;
  const [row] = await db.query<{ caseId: CaseId }>(
    `SELECT case_id AS "caseId" FROM sanction WHERE id = $1::text
     UNION ALL SELECT case_id FROM decision WHERE id = $1::text LIMIT 1`,
    [cause],
  );
  return row?.caseId ?? null;
}

async function getOwner({ db }: DbDeps, id: string): Promise<WalletOwner> {
  const row = await db.rows.member.findUnique({ where: { id } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "member" });
  return ownerOf(row);
}

function ownerOf({ id, email, storefront }: { id: string; email: string; storefront: string }): WalletOwner {
  return { memberId: id as MemberId, email, storefront: storefront as StorefrontId };
}
