/** Writes docs/data-inventory anew from the register. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { renderPages } from "./inventory/render-pages.ts";
import { versionInventories } from "./inventory/report-inventory.ts";

const folder = new URL("../docs/data-inventory/", import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file, text } of renderPages(versionInventories())) {
  writeFileSync(new URL(file, folder), text);
  console.log(`docs/data-inventory/${file}`);
}
