import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FreshDatabase, freshDatabase } from "@covenant/test-kit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyRepository } from "./copy-repository.ts";
import { addLines, readTutorial, type Step } from "./read-tutorial.ts";
import { runCommand } from "./run-command.ts";

const page = readFileSync(new URL("../../docs/add-a-storefront.md", import.meta.url), "utf8");
const steps = readTutorial(page);

/** All that the page's commands read. */
const needed = ["package.json", "vitest.config.ts", "packages", "apps/api", "scripts", "tooling", "docs"];

let database: FreshDatabase;
let copy: ReturnType<typeof copyRepository>;

beforeAll(async () => {
  database = await freshDatabase();
  copy = copyRepository(needed);
});
afterAll(async () => {
  copy.remove();
  await database.drop();
});

/** The environment of an api whose outside addresses answer nobody. */
const environment = () => ({
  COVENANT_MODE: "demo",
  DATABASE_URL: database.url,
  KEYS_DATABASE_URL: database.keysUrl,
  STRIPE_SECRET_KEY: "sk_test_demo",
  STRIPE_WEBHOOK_SECRET: "whsec_test",
  FAL_KEY: "fal-test",
  OPENAI_API_KEY: "sk-test",
  RESEND_API_KEY: "re_test",
  MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
  RECEIPT_KEY: Buffer.alloc(32, 7).toString("base64"),
  SIGNING_KEY: "a signing key of the tests, 32 characters and more",
});

function follow(step: Step): void {
  if (step.kind === "run") for (const command of step.commands) run(command);
  else writeInto(join(copy.root, step.path), step);
}

function writeInto(path: string, step: Exclude<Step, { kind: "run" }>): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, step.kind === "write" ? step.text : addLines(readFileSync(path, "utf8"), step.lines));
}

function run(command: string): void {
  const { code, said } = runCommand(copy.root, command, environment());
  expect({ command, code, said: code === 0 ? "" : said }).toEqual({ command, code: 0, said: "" });
}

it("adds a storefront that compiles, is proven and is on sale, by following the page", {
  timeout: 600_000,
}, async () => {
  for (const step of steps) follow(step);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(
    `SELECT m.name, p.credits, count(*)::int AS routes FROM model m JOIN route r ON (r.storefront, r.model_id) = (m.storefront, m.id)
     JOIN model_price p ON (p.storefront, p.model_id) = (m.storefront, m.id)
     WHERE m.storefront = 'example-prints' GROUP BY m.name, p.credits ORDER BY p.credits`,
  );
  await owner.end();
  expect(rows).toEqual([
    { name: "Sketch", credits: 1, routes: 2 },
    { name: "Poster", credits: 4, routes: 2 },
  ]);
});
