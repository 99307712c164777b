import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { connectDatabase, type Database, postgresSink } from "@covenant/db";
import {
  noteSchema,
  Refusal,
  type RegistryDifference,
  type RegistryEdit,
  type RegistryFault,
  type RegistryPlan,
  storefrontIdSchema,
  systemClock,
} from "@covenant/domain";
import { readSettings } from "../src/env.ts";
import { applyEdit } from "../src/registry/apply-edit.ts";
import { previewEdit } from "../src/registry/plan-edit.ts";
import { readEditFile } from "../src/registry/read-edit-file.ts";
import { readRegistry } from "../src/registry/read-registry.ts";
import { CommandFault, runCommand } from "../src/run-command.ts";

// The catalogue of a storefront as a file: prints it, says what a file would change, or does it, whole or not at all.
const usage = `registry show --storefront image-ai-run
registry check file.json
registry apply file.json --note "…"`;

const operator = { kind: "system", part: "operator" } as const;

await runCommand(async () => {
  const { positionals, values } = readOptions();
  const [verb, file] = positionals;
  const db = connectDatabase({ url: readSettings().DATABASE_URL, connections: 1, jobs: postgresSink });
  try {
    if (verb === "show") return await show(db, values.storefront);
    if (verb === "check" && file !== undefined) return await check(db, readEdit(file));
    if (verb === "apply" && file !== undefined) return await apply(db, readEdit(file), values.note);
    throw new CommandFault(usage);
  } finally {
    await db.close();
  }
});

async function show(db: Database, wanted: string | undefined): Promise<number> {
  const storefront = storefrontIdSchema.safeParse(wanted);
  if (!storefront.success) throw new CommandFault(`Name a storefront.\n${usage}`);
  const models = (await readRegistry(db, storefront.data)).map(({ model }) => model);
  console.log(JSON.stringify({ storefront: storefront.data, models } satisfies RegistryEdit, null, 2));
  return 0;
}

async function check(db: Database, edit: RegistryEdit): Promise<number> {
  const plan = await previewEdit({ db, clock: systemClock }, edit);
  refuse(plan.faults);
  tell(plan);
  return 0;
}

async function apply(db: Database, edit: RegistryEdit, typed: string | undefined): Promise<number> {
  const note = noteSchema().safeParse(typed);
  if (!note.success) throw new CommandFault(`Say why, with --note.\n${usage}`);
  const deps = { db, clock: systemClock };
  const plan = await previewEdit(deps, edit);
  refuse(plan.faults);
  tell(plan);
  if (plan.differences.length === 0) return 0;
  try {
    await applyEdit(deps, operator, { edit, digest: plan.digest, note: note.data });
  } catch (error) {
    if (error instanceof Refusal && error.code === "registry/changed") {
      throw new CommandFault("The registry changed meanwhile, and nothing was done. Check the file again.");
    }
    throw error;
  }
  console.log("Done.");
  return 0;
}

function readEdit(file: string): RegistryEdit {
  const { edit, faults } = readEditFile(readFileSync(file, "utf8"));
  if (edit !== null) return edit;
  throw notApplied(faults);
}

function refuse(faults: readonly RegistryFault[]): void {
  if (faults.length > 0) throw notApplied(faults);
}

function notApplied(faults: readonly RegistryFault[]): CommandFault {
  const lines = faults.map(({ path, message }) => `  ${path}: ${message}`);
  return new CommandFault(["The file cannot be applied, and nothing was changed.", ...lines].join("\n"));
}

function tell({ differences, prices }: RegistryPlan): void {
  if (differences.length === 0) console.log("Nothing differs.");
  for (const difference of differences) console.log(differenceLine(difference));
  for (const { modelId, toCredits, effectiveAt, subscribers, earliestAt, running, tooDear } of prices) {
    console.log(`${modelId}: who has no subscription pays ${toCredits} credits from ${effectiveAt} on.`);
    if (subscribers > 0) console.log(`  ${subscribers} with one are told by mail and pay it from ${earliestAt} on.`);
    if (running > 0) console.log(`  ${running} under way keep the price they were quoted.`);
    if (tooDear.length > 0)
      console.log(`  Not taken any more, since they cost more than that earns: ${tooDear.join(", ")}.`);
  }
}

function differenceLine({ modelId, path, before, after }: RegistryDifference): string {
  return `${modelId} ${path}: ${before ?? "–"} → ${after ?? "–"}`;
}

function readOptions() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { storefront: text, note: text } });
  } catch (error) {
    throw new CommandFault(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
