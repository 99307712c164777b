import type { SanctionView } from "@covenant/domain";
import { expect, it } from "vitest";
import { standingOf } from "./standing-words.ts";

const sanction = (kind: SanctionView["kind"], state: SanctionView["state"]) => ({ kind, state });

it("says the severest thing that holds an account back, and nothing of what is over", () => {
  const limited = sanction("limit", "in-force");
  expect(standingOf([])).toBeNull();
  expect(
    standingOf([sanction("warning", "given"), sanction("suspension", "over"), sanction("limit", "undone")]),
  ).toBeNull();
  expect(standingOf([limited])).toBe("Limited");
  expect(standingOf([limited, sanction("suspension", "in-force")])).toBe("Suspended");
  expect(standingOf([limited, sanction("termination", "noticed")])).toBe("To be closed");
  expect(standingOf([sanction("suspension", "in-force"), sanction("termination", "in-force")])).toBe("Closed");
});
