import { credits, type HoldId, type MemberId } from "@covenant/domain";
import type { SqlRunner } from "../../sql-runner.ts";
import { capture } from "../capture.ts";
import { hold } from "../hold.ts";

/** The two halves of a payment of one credit, under keys that the hold's id makes: whoever knows it can ask again. */
export const holdOf = (sql: SqlRunner, walletId: MemberId, holdId: HoldId) =>
  hold(sql, { walletId, holdId, credits: credits(1), cause: `for ${holdId}`, key: `hold ${holdId}` });

export const captureOf = (sql: SqlRunner, walletId: MemberId, holdId: HoldId) =>
  capture(sql, { walletId, holdId, reason: "delivered", key: `capture ${holdId}` });
