/**
 * Prints, pack by pack and version by version, what keeps each clause and whether the rules hold together; `--json` prints
 * the same for machines. Ends with 1 where it finds a fault.
 */
import { type Coverage, coverageOf } from "../src/coverage.ts";
import { packs } from "../src/packs/packs.ts";

const reports = Object.values(packs).flatMap((pack) => pack.versions.map(coverageOf));
const faults = reports.reduce((sum, report) => sum + report.faults.length, 0);

if (process.argv.includes("--json")) console.log(JSON.stringify(reports, null, 2));
else for (const report of reports) print(report);
process.exitCode = faults === 0 ? 0 : 1;

function print({ storefront, version, rows, clauses, books, faults: found }: Coverage): void {
  console.log(`\n${storefront}, terms of ${version}: ${clauses.length} clauses`);
  console.table(Object.fromEntries(rows.map(({ source, ...counts }) => [source, counts])));
  console.log(
    table([
      ["clause", "source", "kept by", "rules, the question it waits for, or why it is only words"],
      ...clauses.map(({ id, source, keeper, because, rules }) => [id, source, keeper, because || rulesOf(rules)]),
    ]),
  );
  console.log(
    `\n${table([
      ["rules", "question", "number", "combinations of facts, each with one outcome"],
      ...books.map(({ family, question, rules, points }) => [family, question, `${rules.length}`, `${points}`]),
    ])}`,
  );
  for (const fault of found) console.error(`  FAULT ${fault}`);
  console.log(found.length === 0 ? "\n  no fault" : `\n  ${found.length} faults`);
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
