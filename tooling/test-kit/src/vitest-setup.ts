import type { TestProject } from "vitest/node";
import { startCluster } from "./cluster.ts";
import "./fresh-database.ts"; // Declares what is provided here.

/** Vitest's global set-up: one PostgreSQL for the run, started only when a suite that needs it takes part. */
export default async function provideCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster((line) => console.log(line));
  project.provide("cluster", cluster.address);
  return cluster.stop;
}
