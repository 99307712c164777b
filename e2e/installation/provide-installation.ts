import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { type RunningInstallation, startInstallation } from "./start-installation.ts";

let running: RunningInstallation | undefined;

/** Vitest's global setup: one installation for all journeys. */
export async function setup(project: TestProject): Promise<void> {
  rmSync(new URL("../screenshots", import.meta.url), { recursive: true, force: true });
  running = await startInstallation();
  project.provide("installation", running.facts);
}

export async function teardown(): Promise<void> {
  await running?.stop();
}
