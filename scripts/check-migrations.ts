import { schemaDifference } from "./migrations/schema-difference.ts";

// Fails when the migration folders make another database than packages/db/prisma/schema describes.
const difference = await schemaDifference();
if (difference) {
  console.error(`The migrations do not make the schema. \`pnpm db:migration <name>\` would write:\n\n${difference}`);
  process.exitCode = 1;
}
