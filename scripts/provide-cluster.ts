import { migrate } from "@covenant/db/migrate";
import type {} from "@covenant/test-kit"; // Declares what is provided here.
import { startCluster } from "@covenant/test-kit/cluster";
import type { TestProject } from "vitest/node";

/** Vitest's global set-up: one PostgreSQL for the run, started only when a suite that needs it takes part. */
export default async function provideCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster(migrate, { log: (line) => console.log(line) });
  project.provide("cluster", cluster.address);
  return cluster.stop;
}
