/**
 * Prints, pack by pack and version by version, what keeps each clause and whether the rules hold together, and then whether
 * the register of what is stored and who receives it agrees with the schema, the adapters and the clauses. `--json` prints
 * the same for machines, the register included. Ends with 1 where it finds a fault.
 */
import { type Coverage, coverageOf, documentFaults, packs } from "@covenant/policy";
import { type Callers, findCallers } from "./coverage/find-callers.ts";
import { type InventoryReport, reportInventory } from "./inventory/report-inventory.ts";

const callers = findCallers();
const inventory = await reportInventory();
const reports = Object.values(packs).flatMap((pack) => pack.versions.map(coverageOf));
const unsaid = Object.values(packs).flatMap(documentFaults);
const faults = [...unsaid, ...[...reports, ...inventory.versions, inventory].flatMap((report) => report.faults)];

if (process.argv.includes("--json")) console.log(JSON.stringify(reports.map(withInventory).map(withCallers), null, 2));
else {
  for (const report of reports) print(report);
  printCallers();
  printDocuments();
  printInventory(inventory);
}
process.exitCode = faults.length === 0 ? 0 : 1;

/** A version's report with what it stores; where the register and the program differ stands in every report. */
function withInventory(report: Coverage) {
  const {
    stored = [],
    recipients = [],
    faults: own = [],
  } = inventory.versions.find(
    ({ storefront, version }) => storefront === report.storefront && version === report.version,
  ) ?? {};
  return { ...report, inventory: { stored, recipients, faults: [...own, ...inventory.faults] } };
}

/** Which clauses are ruled and executed, which are ruled and wait for whoever asks, and by which file each question is asked. */
function withCallers<Report extends Coverage>(report: Report) {
  const clauses = report.clauses.map((clause) => ({ ...clause, executedBy: executedBy(report, clause.id) }));
  return { ...report, clauses, books: report.books.map((book) => ({ ...book, callers: callers[book.name] })) };
}

/** The files that ask a question on which a clause has a rule. */
function executedBy({ books }: Coverage, id: string): readonly string[] {
  const ruling = books.filter(({ rules }) => rules.some(({ clauses }) => clauses.includes(id)));
  return [...new Set(ruling.flatMap(({ name }) => callers[name]))];
}

/** What keeps a clause, with the difference between a ruling that somebody acts on and one that nobody asks for. */
function keeperOf(report: Coverage, { id, keeper }: Coverage["clauses"][number]): string {
  return keeper === "ruling" && executedBy(report, id).length === 0 ? "ruling, no caller" : keeper;
}

function printCallers(): void {
  const entries = Object.entries(callers) as [keyof Callers, readonly string[]][];
  const rows = entries.map(([book, files]) => [
    book,
    files.length === 0
      ? "no caller"
      : files.slice(0, 2).join(", ") + (files.length > 2 ? ` and ${files.length - 2} more` : ""),
  ]);
  console.log("\nWho asks each question");
  console.log(table([["question", "executed by"], ...rows]));
  const silent = rows.flatMap(([question, by]) => (by === "no caller" ? [question] : []));
  if (silent.length === 0) return;
  console.log(`
  ${silent.length} of ${rows.length} questions have rules and tests and no caller: ${silent.join(", ")}.
  No part of the product asks them, so nothing in it acts on them yet, and the clauses marked "ruling, no caller" are
  kept by nobody but the people who read them. "no fault" says that their rules hold together, and no more.`);
}

function printDocuments(): void {
  console.log("\nWhat the storefronts' own documents say");
  const rows = Object.values(packs).map(({ storefront, documents }) => {
    const open = documents.filter(({ source }) => source === "assumed").length;
    return [storefront, `${documents.length} parts`, `${open} left open by the document`];
  });
  console.log(table([["storefront", "said by a clause", "of these"], ...rows]));
  for (const fault of unsaid) console.error(`  FAULT ${fault}`);
  console.log(`\n  ${countFaults(unsaid)}`);
}

function printInventory({ versions, faults: found }: InventoryReport): void {
  console.log("\nWhat is stored and who receives it");
  console.log(
    table([
      ["storefront", "terms", "entries", "recipients"],
      ...versions.map(({ storefront, version, stored, recipients }) => [
        storefront,
        version,
        `${stored.length}`,
        recipients.map(({ id }) => id).join(", "),
      ]),
    ]),
  );
  const all = [
    ...versions.flatMap(({ storefront, faults: own }) => own.map((fault) => `${storefront}: ${fault}`)),
    ...found,
  ];
  for (const fault of all) console.error(`  FAULT ${fault}`);
  console.log(`\n  ${countFaults(all)}`);
}

function print(report: Coverage): void {
  const { storefront, version, rows, clauses, books, faults: found } = report;
  console.log(`\n${storefront}, terms of ${version}: ${clauses.length} clauses`);
  console.table(Object.fromEntries(rows.map(({ source, ...counts }) => [source, counts])));
  console.log(
    table([
      ["clause", "source", "kept by", "rules, the mechanism and where it is, or why it is only words"],
      ...clauses.map((clause) => {
        const { id, source, because, rules } = clause;
        return [id, source, keeperOf(report, clause), because || rulesOf(rules)];
      }),
    ]),
  );
  console.log(
    `\n${table([
      ["rules", "question", "number", "combinations of facts, each with one outcome"],
      ...books.map(({ family, question, rules, points }) => [family, question, `${rules.length}`, `${points}`]),
    ])}`,
  );
  for (const fault of found) console.error(`  FAULT ${fault}`);
  console.log(`\n  ${countFaults(found)}`);
}

function countFaults({ length }: readonly string[]): string {
  if (length === 0) return "no fault";
  return length === 1 ? "1 fault" : `${length} faults`;
}

/** The first few by name: a clause such as the one on proof stands behind twenty. */
function rulesOf(rules: readonly string[]): string {
  const shown = rules.slice(0, 2).join(", ");
  return rules.length > 2 ? `${shown} and ${rules.length - 2} more` : shown;
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) => `  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}
