import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectDatabase, postgresSink } from "@covenant/db";
import { systemClock } from "@covenant/domain";
import * as z from "zod";
import { readSettings } from "../src/env.ts";
import { openLog } from "../src/log.ts";
import { seedCaseQueue } from "../src/seed/case-queue.ts";
import { seedCatalogue } from "../src/seed/catalogue.ts";
import { demoKeys, demoSignIns } from "../src/seed/demo-sign-ins.ts";
import { type PeopleDeps, seedPeople } from "../src/seed/people.ts";
import { seedProviderDown } from "../src/seed/provider-down.ts";
import { seedWelcomeCredits } from "../src/seed/welcome-credits.ts";

// Fills a demo installation: `pnpm seed everyday | case-queue | provider-down`. Run again, it adds nothing twice.
const settings = readSettings();
if (settings.COVENANT_MODE !== "demo") throw new Error("Only a demo is seeded: COVENANT_MODE is not demo.");
const totpSecret = z.string().regex(/^[A-Z2-7]{20,}$/, "must be base32, 20 letters or more");
const keys = demoKeys(totpSecret.parse(process.env.STAFF_TOTP_SECRET));

async function everyday(deps: PeopleDeps): Promise<void> {
  await seedCatalogue(deps);
  await seedPeople(deps, keys);
  await seedWelcomeCredits(deps);
}

const scenarios: Record<string, (deps: PeopleDeps) => Promise<void>> = {
  everyday,
  "case-queue": async (deps) => {
    await everyday(deps);
    await seedCaseQueue({ ...deps, log: openLog("seed") });
  },
  "provider-down": async (deps) => {
    await everyday(deps);
    await seedProviderDown(deps.settings);
  },
};

const [name = "everyday"] = process.argv.slice(2);
const scenario = scenarios[name];
if (scenario === undefined) throw new Error(`No scenario ${name}. There are: ${Object.keys(scenarios).join(", ")}.`);

const db = connectDatabase({ url: settings.DATABASE_URL, connections: 2, jobs: postgresSink });
try {
  await scenario({ db, settings, clock: systemClock });
} finally {
  await db.close();
}
mkdirSync(settings.DATA_DIRECTORY, { recursive: true });
writeFileSync(join(settings.DATA_DIRECTORY, "demo-sign-ins.json"), `${JSON.stringify(demoSignIns(keys), null, 2)}\n`);
for (const { email, password, where } of demoSignIns(keys))
  console.log(`${email.padEnd(22)} ${password.padEnd(24)} ${where}`);
