import { registerFaults } from "@covenant/policy";
import { expect, it } from "vitest";
import { readSchema } from "../migrations/read-schema.ts";
import { findColumns } from "./find-columns.ts";

it("finds every column of the register, and none besides", async () => {
  expect(registerFaults({ columns: await findColumns(), adapters: [] })).toEqual([]);
});

it("names a column that the Prisma schema gets, before any migration makes it", { timeout: 60_000 }, async () => {
  const content = 'model Lighthouse {\n  id String @id\n  keeperName String @map("keeper_name")\n}';
  const columns = await findColumns([...readSchema(), { path: "lighthouse.prisma", content }]);
  expect(registerFaults({ columns, adapters: [] })).toEqual([
    "the column public.Lighthouse.id is in no entry of packages/policy/src/inventory",
    "the column public.Lighthouse.keeper_name is in no entry of packages/policy/src/inventory",
  ]);
});
