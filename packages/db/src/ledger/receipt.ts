import { type Credits, credits } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { ledgerRefusal } from "./ledger-refusal.ts";

/** What every verb answers: the wallet as the verb left it. The same key gives the same receipt, however late. */
export type Receipt = {
  /** Of the wallet's last entry. */
  version: number;
  available: Credits;
  held: Credits;
  frozen: Credits;
  /** Whether an earlier call had done it and this one changed nothing. */
  replayed: boolean;
};

/** The receipt, and the lot or hold it is about; null where the kernel had too few credits to make one. */
export type KernelReceipt = Receipt & { subject: string | null };

type Parameter = string | number | Date | null | undefined;
type ReceiptRow = {
  subject: string | null;
  version: string;
  available: string;
  held: string;
  frozen: string;
  replayed: boolean;
};

/**
 * Calls one function of the kernel, given as `ledger.hold($1::text, …)`, and reads its receipt.
 * @throws Refusal "thing/not-found" or "request/reused-key"; anything else that rises is a bug or a fault.
 */
export async function callKernel(sql: SqlRunner, call: string, parameters: Parameter[]): Promise<KernelReceipt> {
  const text = `SELECT subject, version::text, available::text, held::text, frozen::text, replayed FROM ${call}`;
  const rows = await sql.query<ReceiptRow>(text, parameters.map(asText)).catch((error: unknown) => {
    throw ledgerRefusal(error);
  });
  const [row] = rows;
  if (row === undefined) throw new Error(`The ledger gave no receipt for ${call}.`);
  return {
    subject: row.subject,
    version: Number(row.version),
    available: creditsOf(row.available),
    held: creditsOf(row.held),
    frozen: creditsOf(row.frozen),
    replayed: row.replayed,
  };
}

/** Reads an amount that SQL gave as text, which drivers agree on; of a `bigint` one makes a string, another a BigInt. */
export function creditsOf(amount: string): Credits {
  return credits(Number(amount));
}

/** Every parameter travels as text under an explicit cast, so that it means the same through every driver. */
function asText(parameter: Parameter): string | null {
  if (parameter === undefined || parameter === null) return null;
  return parameter instanceof Date ? parameter.toISOString() : String(parameter);
}
