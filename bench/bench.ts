import { loadavg } from "node:os";
import { bundle } from "./bundle.ts";
import type { Bench, Figure } from "./figure.ts";
import { http } from "./http/http.ts";
import { ledger } from "./ledger/ledger.ts";
import { policy } from "./policy/policy.ts";
import { screening } from "./screening/screening.ts";

/** `pnpm bench [name …] [--json]`: each bench measures its peers interleaved in one run, so ratios hold on any machine. */
const benches: Record<string, Bench> = { http, ledger, policy, screening, bundle };

const words = process.argv.slice(2).filter((word) => word !== "--");
const asJson = words.includes("--json");
const wanted = words.filter((word) => !word.startsWith("--"));
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
const say = asJson ? () => {} : (line: string) => console.log(line);
say(`Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await bench(say)) print(figure);
}
process.exit();

function print(figure: Figure): void {
  if (asJson) {
    console.log(JSON.stringify(figure));
    return;
  }
  const { bench, metric, value, unit, against, ratio } = figure;
  console.log(
    `${bench.padEnd(9)} ${metric.padEnd(34)} ${value.toFixed(value < 10 ? 2 : 1).padStart(9)} ${unit.padEnd(9)} ${ratio.toFixed(2).padStart(6)} × ${against}`,
  );
}
