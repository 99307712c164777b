import { existsSync } from "node:fs";
import { join } from "node:path";
import { step } from "./announce.ts";
import { fingerprintOf, whenChanged } from "./fingerprint.ts";
import { runTool } from "./run-tool.ts";

/** Generates the database client and builds the two apps, each only when what it is made of changed. */
export async function buildApps(root: string, dataDirectory: string) {
  const at = (...paths: string[]) => paths.map((path) => join(root, path));
  const stamp = (name: string) => join(dataDirectory, "stamps", name);

  const schema = fingerprintOf(at("packages/db/prisma/schema", "packages/db/prisma.config.ts", "pnpm-lock.yaml"));
  const client = join(root, "packages/db/src/generated");
  await whenChanged(stamp("client"), existsSync(client) ? schema : `${schema} again`, () =>
    step("database client", () => runTool(root, "pnpm", ["--filter", "@covenant/db", "generate"])),
  );

  const sources = fingerprintOf(at("apps/web", "apps/admin", "packages/ui", "packages/domain", "pnpm-lock.yaml"));
  const isBuilt = ["web", "admin"].every((app) => existsSync(join(root, "apps", app, "dist")));
  // Turborepo builds both at once; --force because its own cache knows nothing of packages that have no build.
  const build = ["exec", "turbo", "run", "build", "--filter=@covenant/web", "--filter=@covenant/admin", "--force"];
  await whenChanged(stamp("apps"), isBuilt ? sources : `${sources} again`, () =>
    step("web and admin", () => runTool(root, "pnpm", build)),
  );
}
