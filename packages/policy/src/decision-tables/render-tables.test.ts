import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { packs } from "../packs/packs.ts";
import { renderTables } from "./render-tables.ts";

const folder = new URL("../../../../docs/decision-tables/", import.meta.url);
const pages = Object.values(packs).flatMap((pack) => pack.versions.map(renderTables));

it("has a page of tables for every version of every pack, and no other", () => {
  expect(readdirSync(folder).toSorted()).toEqual(pages.map(({ file }) => file).toSorted());
});

it.each(pages)(
  "shows in $file the rules that run; write it again with `pnpm --filter @covenant/policy tables`",
  (page) => {
    expect(readFileSync(new URL(page.file, folder), "utf8")).toBe(page.text);
  },
);

it.each(pages)("says every condition of $file in words", ({ text }) => {
  expect(text).not.toMatch(/undefined|\bnever<|\[object/);
});
