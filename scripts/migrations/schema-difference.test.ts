import { expect, it } from "vitest";
import { readSchema } from "./read-schema.ts";
import { schemaDifference } from "./schema-difference.ts";

it("finds a column and a table that no migration makes", { timeout: 60_000 }, async () => {
  const added = "model Lighthouse {\n  id String @id\n  lamps Int\n}";
  const schema = [...readSchema(), { path: "lighthouse.prisma", content: added }];
  const difference = await schemaDifference(schema);
  expect(difference).toContain('CREATE TABLE "Lighthouse"');
  expect(difference).toContain('"lamps" INTEGER NOT NULL');
});

it("finds a table that the schema does not know", { timeout: 60_000 }, async () => {
  const schema = readSchema().map((file) => ({ ...file, content: file.content.replace(/model Mail \{[^}]*\}/, "") }));
  expect(await schemaDifference(schema)).toContain('DROP TABLE "mail"');
});
