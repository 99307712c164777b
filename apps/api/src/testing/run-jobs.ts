import type { Deps } from "../deps.ts";
import { handlers } from "../handlers.ts";

/** Does the queued jobs of orders, and those that they queue in turn, as a worker would, until none is left. */
export async function runJobs(deps: Deps): Promise<void> {
  for (;;) {
    const queued = await deps.db.query<{ name: string; data: object }>(
      "DELETE FROM bullmq.job WHERE queue = 'orders' RETURNING name, data",
      [],
    );
    if (queued.length === 0) return;
    for (const { name, data } of queued) {
      const handler = handlers.find((each) => each.name === name);
      if (handler === undefined) throw new Error(`nobody does ${name}`);
      await handler.run(deps, data);
    }
  }
}
