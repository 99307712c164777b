import { step } from "./announce.ts";
import type { Service } from "./service.ts";
import type { Supervisor } from "./supervisor.ts";

/**
 * Starts the world outside, seeds against it, as what is bought in the demo is bought there, and then starts the rest.
 * Resolves when everything answers.
 */
export async function runServices(supervisor: Supervisor, everything: readonly Service[], seed: () => Promise<void>) {
  const outside = everything.filter(({ name }) => name === "sandbox");
  await start(supervisor, outside);
  await seed();
  const ours = everything.filter((service) => !outside.includes(service));
  await step("api, worker, apps, sandbox", () => start(supervisor, ours));
}

async function start(supervisor: Supervisor, services: readonly Service[]) {
  for (const service of services) supervisor.start(service);
  await Promise.all(services.map((service) => supervisor.untilReady(service)));
}
