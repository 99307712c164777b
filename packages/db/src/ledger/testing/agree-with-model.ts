import fc from "fast-check";
import { Comparison, day } from "./comparison.ts";
import { type LedgerDatabase, walletWith } from "./ledger-database.ts";
import { anyStep } from "./model-steps.ts";

/** Fails with the shortest history found in which the ledger and the model of it come to differ. */
export async function agreeWithModel(ledger: LedgerDatabase, histories: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 80, size: "max" }), async (steps) => {
      await ledger.setClock(day(0));
      const comparison = new Comparison(ledger, await walletWith(ledger, 0));
      for (const step of steps) {
        await comparison.take(step);
        await comparison.compareRows();
      }
    }),
    { numRuns: histories },
  );
}
