import { refundGrounds, storefrontIds } from "@covenant/domain";
import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Asked, asked } from "./asked-refund.ts";
import { type OrderRefundQuestion, ruleOnOrderRefund } from "./rule-on-order-refund.ts";

const outcomeOf = (facts: Asked) => ruleOnOrderRefund(asked(facts)).outcome;

describe("any sequence of spending, refunds and failures", () => {
  type State = Pick<OrderRefundQuestion["order"], "unspent" | "spent" | "reclaimed" | "refundedMinor">;
  const steps = array(
    record({
      kind: constantFrom("spend", "choose", "rule", "fail"),
      ground: constantFrom(...refundGrounds),
      credits: integer({ min: 0, max: 400 }),
    }),
    { maxLength: 30 },
  );

  it("pays back no more than was paid, and keeps to the share while only shares are paid", () => {
    assert(
      property(
        steps,
        integer({ min: 1, max: 100_000 }),
        integer({ min: 1, max: 1000 }),
        constantFrom(...storefrontIds),
        (todo, amountMinor, granted, storefront) => {
          const paid = { amountMinor, currency: "USD" } as const;
          let state: State = { unspent: granted, spent: 0, reclaimed: 0, refundedMinor: 0 };
          let onlyShares = true;
          const undo: State[] = [];
          for (const { kind, ground, credits } of todo) {
            const some = Math.min(credits, state.unspent);
            if (kind === "spend") {
              undo.length = 0;
              state = { ...state, unspent: state.unspent - some, spent: state.spent + some };
            } else if (kind === "fail") {
              state = undo.pop() ?? state;
            } else {
              const choice = kind === "choose" ? { ground: "case-by-case" as const, chosen: some } : { ground };
              const outcome = outcomeOf({ storefront, ...choice, order: { paid, granted, ...state } });
              if (outcome.kind !== "refund") continue;
              undo.push(state);
              onlyShares &&= !outcome.whole;
              state = {
                ...state,
                unspent: state.unspent - outcome.reclaim,
                reclaimed: state.reclaimed + outcome.reclaim,
                refundedMinor: state.refundedMinor + outcome.refundMinor,
              };
            }
            expect(state.refundedMinor).toBeLessThanOrEqual(amountMinor);
            expect(state.unspent + state.spent + state.reclaimed).toBe(granted);
            if (onlyShares) expect(state.refundedMinor).toBe(Math.floor((amountMinor * state.reclaimed) / granted));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
