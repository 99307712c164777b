import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildDeps } from "../src/build-deps.ts";
import type { Deps } from "../src/deps.ts";
import { readSettings, type Settings } from "../src/env.ts";
import { CommandFault, runCommand } from "../src/run-command.ts";
import { conductMember, seedAccountCase } from "../src/seed/account-case.ts";
import { seedCaseQueue } from "../src/seed/case-queue.ts";
import { seedCatalogue } from "../src/seed/catalogue.ts";
import { demoKeys, demoSignIns } from "../src/seed/demo-sign-ins.ts";
import { seedMembership } from "../src/seed/membership.ts";
import { type DemoKeys, seedPeople } from "../src/seed/people.ts";
import { seedProviderDown } from "../src/seed/provider-down.ts";
import { seedWelcomeCredits } from "../src/seed/welcome-credits.ts";

// Fills a demo installation: `pnpm seed everyday | case-queue | account-case | provider-down`. Run again, it adds nothing twice.

/** What a scenario needs, and how it says what there is now. */
type SeedDeps = Deps & { demoKeys: DemoKeys };
type Scenario = (deps: SeedDeps) => Promise<string>;

const scenarios: Record<string, Scenario> = {
  everyday: async (deps) => {
    await everyday(deps);
    return "The demo's models, packs, plans, people and welcome credits are there.";
  },
  "case-queue": async (deps) => {
    await everyday(deps);
    const cases = await seedCaseQueue(deps);
    return `The demo member's ${cases} blocked requests are there, each with a case: ${consoleOf(deps.settings)}/cases`;
  },
  "account-case": async (deps) => {
    await everyday(deps);
    await seedAccountCase(deps, deps.demoKeys.memberPassword);
    const { email } = conductMember;
    return `${email} of Image-AI.run has strikes and a case about the account: ${consoleOf(deps.settings)}/cases?kind=account`;
  },
  "provider-down": async (deps) => {
    await seedProviderDown(deps.settings);
    await everyday(deps);
    const lift = `curl -X DELETE ${deps.settings.SANDBOX_URL}/control/faults`;
    return `Every generation now fails at the provider. To end that: ${lift}`;
  },
};

async function everyday({ demoKeys: keys, ...deps }: SeedDeps): Promise<void> {
  await seedCatalogue(deps);
  await seedPeople(deps, keys);
  await seedWelcomeCredits(deps);
  if (!(await seedMembership(deps)))
    console.log("The membership at ModelMyImage is paid at the sandbox: run this again while the demo runs.");
}

await runCommand(async () => {
  const scenario = scenarioNamed(process.argv[2] ?? "everyday");
  const settings = readSettings();
  if (settings.COVENANT_MODE !== "demo") throw new CommandFault("Only a demo is seeded: COVENANT_MODE is not demo.");
  const keys = demoKeys(totpSecret());
  const deps = await buildDeps(settings, "seed");
  try {
    console.log(await scenario({ ...deps, demoKeys: keys }));
  } finally {
    await deps.close();
  }
  tellSignIns(settings, keys);
  return 0;
});

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios[name];
  if (scenario) return scenario;
  throw new CommandFault(`There is no scenario "${name}": choose ${Object.keys(scenarios).join(", ")}.`);
}

function totpSecret(): string {
  const secret = process.env.STAFF_TOTP_SECRET ?? "";
  if (/^[A-Z2-7]{20,}$/.test(secret)) return secret;
  throw new CommandFault("STAFF_TOTP_SECRET must be base32, 20 letters or more: the demo's staff sign in with it.");
}

/** Kept beside the data as well, for the next `npm start` to print. */
function tellSignIns({ DATA_DIRECTORY }: Settings, keys: DemoKeys) {
  const signIns = demoSignIns(keys);
  mkdirSync(DATA_DIRECTORY, { recursive: true });
  writeFileSync(join(DATA_DIRECTORY, "demo-sign-ins.json"), `${JSON.stringify(signIns, null, 2)}\n`);
  console.log("\nSign in as");
  for (const { email, password, where } of signIns) {
    console.log(`  ${email.padEnd(22)} ${password.padEnd(24)} ${where}`);
  }
}

function consoleOf({ ADMIN_URL, ADMIN_PORT }: Settings): string {
  return ADMIN_URL ?? `http://admin.localhost:${ADMIN_PORT}`;
}
