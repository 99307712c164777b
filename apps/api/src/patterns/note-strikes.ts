import type { Tx } from "@covenant/db";
import { ruleOnLadder } from "@covenant/policy";
import { lockConductOf } from "../cases/open-account-case.ts";
import { readRecord } from "../standing/read-record.ts";
import { type Attempt, notePattern } from "./note-pattern.ts";

/**
 * Looks, in the transaction in which a strike for a request came to count, whether those that count reach a rung of the
 * ladder now. Then a file on the account is opened, once, and a person decides; one that is open is brought up to date.
 */
export async function noteStrikes(tx: Tx, attempt: Attempt): Promise<void> {
  const { storefront, memberId, at } = attempt;
  await lockConductOf(tx, memberId);
  const { weight, earlier } = await readRecord(tx, memberId, at);
  const record = { weight, earlier, gravity: "ordinary", finding: "established" } as const;
  const { sanction } = ruleOnLadder({ storefront, at, ...record }).outcome;
  if (sanction === "warning") return;
  await notePattern(tx, attempt, { source: "strikes", count: weight });
}
