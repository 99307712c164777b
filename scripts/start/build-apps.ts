import { existsSync } from "node:fs";
import { join } from "node:path";
import { step } from "./announce.ts";
import { fingerprintOf, remember, whenChanged } from "./fingerprint.ts";
import { runTool } from "./run-tool.ts";

/** Generates the database client when the schema changed. */
export async function generateClient(root: string, dataDirectory: string) {
  const sources = ["packages/db/prisma/schema", "packages/db/prisma.config.ts", "pnpm-lock.yaml"];
  const made = ["packages/db/src/generated"];
  await remake(root, dataDirectory, { name: "client", sources, made }, () =>
    step("database client", () => runTool(root, "pnpm", ["--filter", "@covenant/db", "generate"])),
  );
}

/** Builds the two apps when anything they are made of changed, and the database client before them. */
export async function buildApps(root: string, dataDirectory: string) {
  await generateClient(root, dataDirectory);
  const sources = [
    "apps/web",
    "apps/admin",
    "packages/ui",
    "packages/domain",
    "packages/storefronts",
    "pnpm-lock.yaml",
  ];
  const made = ["apps/web/dist", "apps/admin/dist"];
  // Turborepo builds both at once; --force, since what must be built is decided here.
  const build = ["exec", "turbo", "run", "build", "--filter=@covenant/web", "--filter=@covenant/admin", "--force"];
  await remake(root, dataDirectory, { name: "apps", sources, made }, () =>
    step("web and admin", () => runTool(root, "pnpm", build)),
  );
}

type Product = { name: string; sources: string[]; made: string[] };

async function remake(root: string, dataDirectory: string, product: Product, work: () => Promise<unknown>) {
  const isThere = product.made.every((path) => existsSync(join(root, path)));
  const fingerprint = fingerprintOf(product.sources.map((path) => join(root, path)));
  const stamp = join(dataDirectory, "stamps", product.name);
  await (isThere ? whenChanged(stamp, fingerprint, work) : remember(stamp, fingerprint, work));
}
