import { type Credits, credits } from "@covenant/domain";
import type { SqlRunner } from "../sql-runner.ts";
import { ledgerRefusal } from "./ledger-refusal.ts";

/** What every verb answers: the wallet as the verb left it. The same key gives the same receipt, however late. */
export type Receipt = {
  /** What the verb moved, all lots together; what it expired on the way is not counted. */
  moved: Credits;
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

type Value = string | number | Date | null | undefined;
type Parameter = Value | readonly Value[];
export type ReceiptRow = {
  subject: string | null;
  moved: string;
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
  const [row] = await askKernel<ReceiptRow>(sql, `SELECT ${receiptColumns} FROM ${call}`, parameters);
  if (row === undefined) throw new Error(`The ledger gave no receipt for ${call}.`);
  return receiptOf(row);
}

/** A call whose subject the caller knows already. */
export async function callVerb(sql: SqlRunner, call: string, parameters: Parameter[]): Promise<Receipt> {
  const { subject: _, ...receipt } = await callKernel(sql, call, parameters);
  return receipt;
}

/** The columns of a receipt, as {@link receiptOf} reads them. */
export const receiptColumns =
  "subject, moved::text, version::text, available::text, held::text, frozen::text, replayed";

/** Runs a statement that calls the kernel. @throws Refusal where the kernel refuses; faults and bugs as they are. */
export async function askKernel<Row>(sql: SqlRunner, text: string, parameters: Parameter[]): Promise<Row[]> {
  return sql.query<Row>(text, parameters.map(spelled)).catch((error: unknown) => {
    throw ledgerRefusal(error);
  });
}

export function receiptOf(row: ReceiptRow): KernelReceipt {
  return {
    subject: row.subject,
    moved: creditsOf(row.moved),
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

/** Every value travels as text under an explicit cast, so that it means the same through every driver. */
function spelled(parameter: Parameter): string | null | (string | null)[] {
  return isList(parameter) ? parameter.map(asText) : asText(parameter);
}

const isList = (parameter: Parameter): parameter is readonly Value[] => Array.isArray(parameter);

function asText(value: Value): string | null {
  if (value === undefined || value === null) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
