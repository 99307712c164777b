import { connectDatabase, postgresSink } from "@covenant/db";
import { readSettings } from "../src/env.ts";
import { runCommand } from "../src/run-command.ts";
import { seedCatalogue } from "../src/seed/catalogue.ts";

// Writes the models, routes and packs of every storefront that are not there yet. What is there stays as it is.
await runCommand(async () => {
  const { DATABASE_URL } = readSettings();
  const db = connectDatabase({ url: DATABASE_URL, connections: 1, jobs: postgresSink });
  try {
    await seedCatalogue({ db });
    const [models, packs] = await Promise.all([db.rows.model.count(), db.rows.pack.count()]);
    console.log(`There are ${models} models and ${packs} packs.`);
  } finally {
    await db.close();
  }
  return 0;
});
