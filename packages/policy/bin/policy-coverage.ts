/** Prints, pack by pack, which clauses act and through what; ends with 1 where a pack does not hold together. */
import { laterQuestions } from "../src/clause.ts";
import { coverageOf } from "../src/coverage.ts";
import { packs } from "../src/packs/packs.ts";

const reports = Object.values(packs).flatMap((pack) => pack.versions.map(coverageOf));

for (const report of reports) {
  console.log(`\n${report.storefront}, terms of ${report.version}`);
  console.table(Object.fromEntries(report.rows.map(({ source, ...counts }) => [source, counts])));
  for (const { family, question, rules, points } of report.books) {
    console.log(`  ${family} (${question}): ${rules.length} rules, ${points} combinations of facts`);
  }
  for (const question of laterQuestions) {
    const waiting = report.waiting.filter((clause) => clause.keptBy === question).map(({ id }) => id);
    if (waiting.length > 0) console.log(`  waits for ${question}: ${waiting.join(" ")}`);
  }
  for (const fault of report.faults) console.error(`  FAULT ${fault}`);
}

const faults = reports.reduce((sum, report) => sum + report.faults.length, 0);
console.log(`\n${reports.length} packs, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
