/** Prints, pack by pack, which clauses act and through what; ends with 1 where a pack does not hold together. */
import { coverageOf } from "../src/coverage.ts";
import { packs } from "../src/packs/packs.ts";

const reports = Object.values(packs).flatMap((pack) => pack.versions.map(coverageOf));

for (const report of reports) {
  console.log(`\n${report.storefront}, terms of ${report.version}`);
  console.table(Object.fromEntries(report.rows.map(({ source, ...counts }) => [source, counts])));
  for (const { family, question, rules, points } of report.books) {
    console.log(`  ${family} (${question}): ${rules.length} rules, ${points} combinations of facts`);
  }
  const waiting = Map.groupBy(report.waiting, (clause) => clause.keptBy);
  for (const [question, clauses] of waiting) {
    console.log(`  waits for ${question}: ${clauses.map(({ id }) => id).join(" ")}`);
  }
  for (const fault of report.faults) console.error(`  FAULT ${fault}`);
}

const faults = reports.reduce((sum, report) => sum + report.faults.length, 0);
console.log(`\n${reports.length} packs, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
