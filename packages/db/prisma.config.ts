import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// `prisma generate` asks only that this file exists. Migrations are applied by src/migrate (docs/decisions/0003).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./package.json", import.meta.url));

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://unused@127.0.0.1/unused" },
});
