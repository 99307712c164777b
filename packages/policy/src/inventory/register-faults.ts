import type { RecipientId } from "@covenant/domain";
import { recipientIds } from "@covenant/domain";
import type { ColumnName } from "./entry.ts";
import { entries, foreign, technical } from "./register.ts";

/** A piece of the program that reaches somebody outside, and whom it says it reaches; null where it does not say. */
export type Adapter = { readonly path: string; readonly recipient: string | null };

/** What the program has: every column it stores something in, and every adapter. */
export type Found = { readonly columns: readonly string[]; readonly adapters: readonly Adapter[] };

const home = "packages/policy/src/inventory";

/** Where the register and the program differ: a column or an adapter that only one of them has. */
export function registerFaults({ columns, adapters }: Found): string[] {
  return [...columnFaults(columns), ...adapterFaults(adapters)];
}

function columnFaults(columns: readonly string[]): string[] {
  const known = [...entries, ...technical].flatMap((part) => part.columns);
  const there = new Set(columns.filter((column) => !isForeign(column)));
  const registered = new Set<string>(known);
  return [
    ...[...there]
      .filter((column) => !registered.has(column))
      .map((column) => `the column ${column} is in no entry of ${home}`),
    ...[...registered]
      .filter((column) => !there.has(column))
      .map((column) => `${home} names ${column}, which does not exist`),
    ...twice(known).map((column) => `${home} names ${column} twice`),
  ];
}

/** Whether another program names this column. */
function isForeign(column: string): boolean {
  return foreign.some((prefix) => column.startsWith(prefix));
}

function twice(columns: readonly ColumnName[]): ColumnName[] {
  return columns.filter((column, index) => columns.indexOf(column) !== index);
}

function adapterFaults(adapters: readonly Adapter[]): string[] {
  return adapters
    .filter(({ recipient }) => !isRecipient(recipient))
    .map(({ path, recipient }) =>
      recipient === null
        ? `the adapter ${path} does not say which recipient it reaches`
        : `the adapter ${path} reaches ${recipient}, which is no recipient of ${home}`,
    );
}

function isRecipient(name: string | null): name is RecipientId {
  return recipientIds.some((id) => id === name);
}
