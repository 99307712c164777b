/** Writes the decision tables of every terms version into docs/decision-tables, and takes away pages of no version. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { renderTables } from "../src/decision-tables/render-tables.ts";
import { packs } from "../src/packs/packs.ts";

const folder = new URL("../../../docs/decision-tables/", import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file, text } of Object.values(packs).flatMap((pack) => pack.versions.map(renderTables))) {
  writeFileSync(new URL(file, folder), text);
  console.log(`docs/decision-tables/${file}`);
}
