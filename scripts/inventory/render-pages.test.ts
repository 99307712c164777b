import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderPages } from "./render-pages.ts";
import { versionInventories } from "./report-inventory.ts";

const folder = new URL("../../docs/data-inventory/", import.meta.url);
const pages = renderPages(versionInventories());

it("has a page for each storefront, one of all columns, and no other", () => {
  expect(readdirSync(folder).toSorted()).toEqual(pages.map(({ file }) => file).toSorted());
});

it.each(pages)(
  "says in $file what the register says; `pnpm --filter @covenant/scripts inventory` writes it",
  (page) => {
    expect(readFileSync(new URL(page.file, folder), "utf8")).toBe(page.text);
  },
);
