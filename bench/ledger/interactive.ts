import { createHash, randomUUID } from "node:crypto";
import { capture, connectDatabase, type Database, hold, type NewHold, outboxSink, type SqlRunner } from "@covenant/db";
import { rateOf } from "./drive.ts";
import { wallets } from "./work.ts";

type Side = { rate(seconds: number): Promise<number>; close(): Promise<void> };

const atOnce = 16;

/** A hold and its capture as the product calls them. */
export function verbs(url: string): Side {
  const db = connectDatabase({ url, connections: atOnce, jobs: outboxSink });
  return sideOf(db, async () => {
    const walletId = anyWallet() as NewHold["walletId"];
    const holdId = randomUUID() as NewHold["holdId"];
    const one = 1 as NewHold["credits"];
    await hold(db, { walletId, holdId, credits: one, cause: `for ${holdId}`, key: `hold ${holdId}` });
    await capture(db, { walletId, holdId, reason: "delivered", key: `capture ${holdId}` });
  });
}

/** The same work as two of Prisma's interactive transactions: lock, look for the key, read, write, statement by statement. */
export function interactive(url: string): Side {
  const db = connectDatabase({ url, connections: atOnce, jobs: outboxSink });
  return sideOf(db, async () => {
    const [walletId, holdId] = [anyWallet(), randomUUID()];
    await db.transaction((tx) => holdStepwise(tx, walletId, holdId));
    await db.transaction((tx) => captureStepwise(tx, walletId, holdId));
  });
}

function sideOf(db: Database, once: () => Promise<void>): Side {
  return { rate: (seconds) => rateOf(once, { atOnce, seconds }), close: () => db.close() };
}

const anyWallet = () => `mem_${1 + Math.floor(Math.random() * wallets)}`;

type Wallet = { available: number; held: number; version: number; head: string };
type Movement = { walletId: string; key: string; kind: string; lotId: string; available: number; held: number };

async function holdStepwise(tx: SqlRunner, walletId: string, holdId: string): Promise<void> {
  const key = `hold ${holdId}`;
  const wallet = await lockWallet(tx, walletId);
  if (await isDone(tx, walletId, key)) return;
  const [lot] = await tx.query<{ id: string }>(
    `SELECT id FROM bench.lot WHERE wallet_id = $1::text AND available >= 1 AND expires_at > now()
     ORDER BY expires_at LIMIT 1`,
    [walletId],
  );
  if (lot === undefined || wallet.available < 1) throw new Error("too few credits");
  await tx.query("UPDATE bench.lot SET available = available - 1, held = held + 1 WHERE id = $1::text", [lot.id]);
  await tx.query("INSERT INTO bench.hold VALUES ($1::text, $2::text, $3::text, 1, 'open')", [holdId, walletId, lot.id]);
  const after = { available: wallet.available - 1, held: wallet.held + 1 };
  await writeMovement(tx, wallet, { walletId, key, kind: "hold", lotId: lot.id, ...after });
}

async function captureStepwise(tx: SqlRunner, walletId: string, holdId: string): Promise<void> {
  const key = `capture ${holdId}`;
  const wallet = await lockWallet(tx, walletId);
  if (await isDone(tx, walletId, key)) return;
  const [held] = await tx.query<{ lot_id: string }>(
    "SELECT lot_id FROM bench.hold WHERE id = $1::text AND wallet_id = $2::text AND state = 'open'",
    [holdId, walletId],
  );
  if (held === undefined) throw new Error("no such hold");
  await tx.query("UPDATE bench.lot SET held = held - 1, spent = spent + 1 WHERE id = $1::text", [held.lot_id]);
  await tx.query("UPDATE bench.hold SET state = 'captured' WHERE id = $1::text", [holdId]);
  const after = { available: wallet.available, held: wallet.held - 1 };
  await writeMovement(tx, wallet, { walletId, key, kind: "capture", lotId: held.lot_id, ...after });
}

async function lockWallet(tx: SqlRunner, walletId: string): Promise<Wallet> {
  const [wallet] = await tx.query<Wallet>(
    `SELECT available::float8 AS available, held::float8 AS held, version::float8 AS version, head
     FROM bench.wallet WHERE id = $1::text FOR NO KEY UPDATE`,
    [walletId],
  );
  if (wallet === undefined) throw new Error("no such wallet");
  return wallet;
}

async function isDone(tx: SqlRunner, walletId: string, key: string): Promise<boolean> {
  const found = await tx.query("SELECT 1 FROM bench.entry WHERE wallet_id = $1::text AND key = $2::text", [
    walletId,
    key,
  ]);
  return found.length > 0;
}

async function writeMovement(tx: SqlRunner, wallet: Wallet, movement: Movement): Promise<void> {
  const { walletId, key, kind, lotId, available, held } = movement;
  const version = wallet.version + 1;
  const head = createHash("sha256")
    .update(wallet.head + JSON.stringify({ ...movement, version }))
    .digest("hex");
  await tx.query(
    `INSERT INTO bench.entry VALUES ($1::text, $2::bigint, $3::text, $4::text, $5::text, 1, $6::bigint, $7::bigint,
       $8::text)`,
    [walletId, String(version), key, kind, lotId, String(available), String(held), head],
  );
  await tx.query(
    `UPDATE bench.wallet SET available = $2::bigint, held = $3::bigint, version = $4::bigint, head = $5::text
     WHERE id = $1::text`,
    [walletId, String(available), String(held), String(version), head],
  );
}
