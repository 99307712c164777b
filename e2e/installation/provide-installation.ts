import type { TestProject } from "vitest/node";
import { type RunningInstallation, startInstallation } from "./start-installation.ts";

let running: RunningInstallation | undefined;

/** Vitest's global setup: one installation for all journeys. */
export async function setup(project: TestProject): Promise<void> {
  running = await startInstallation();
  project.provide("installation", running.facts);
}

export async function teardown(): Promise<void> {
  await running?.stop();
}
