import { type StorefrontId, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { type LadderQuestion, ruleOnLadder } from "./rule-on-ladder.ts";

const at = new Date("2026-11-21T12:00:00Z");
const ruled = (facts: Partial<LadderQuestion>, storefront: StorefrontId = "image-ai-run") =>
  ruleOnLadder({ storefront, at, weight: 1, gravity: "ordinary", earlier: "none", finding: "established", ...facts });

describe.each(storefrontIds)("%s", (storefront) => {
  it.each<[Partial<LadderQuestion>, string, string | null]>([
    [{ weight: 1 }, "warning", null],
    [{ weight: 2 }, "limit", "2026-12-05"],
    [{ weight: 2, earlier: "limit" }, "suspension", "2026-11-28"],
    [{ weight: 3 }, "suspension", "2026-11-28"],
    [{ weight: 3, earlier: "suspension" }, "suspension", "2026-12-21"],
    [{ weight: 5 }, "suspension", "2026-12-21"],
    [{ weight: 5, earlier: "suspension" }, "termination", null],
    [{ weight: 8 }, "termination", null],
    [{ weight: 3, gravity: "grave" }, "suspension", "2026-12-21"],
    [{ weight: 3, gravity: "grave", earlier: "suspension" }, "termination", null],
    [{ weight: 0, gravity: "infringer" }, "termination", null],
    [{ weight: 9, finding: "rule" }, "none", null],
  ])("%j: %s", (facts, sanction, endsOn) => {
    const { outcome } = ruled(facts, storefront);
    expect([outcome.sanction, outcome.endsAt?.toISOString().slice(0, 10) ?? null]).toEqual([sanction, endsOn]);
  });

  it("suspends on suspicion only where the terms say so", () => {
    const { outcome } = ruled({ weight: 0, gravity: "grave", finding: "suspected" }, storefront);
    expect(outcome.sanction).toBe(storefront === "apimodels" ? "suspension" : "none");
  });

  it("says in a cited clause from which weight a rung is reached", () => {
    const said = (weight: number) => ruled({ weight }, storefront).clauses.map(({ text }) => text);
    for (const weight of [2, 3, 5, 8]) expect(said(weight).join(" ")).toContain(`weigh ${weight} or more`);
  });
});

it("tells a member what a suspension is and under which clauses", () => {
  expect(ruled({ weight: 3 }).explanation.member).toBe(
    "Your account is suspended until 28 November 2026. With still more strikes, or after a limit, an account is suspended " +
      "for a time (clauses IAI-11.1, IAI-a58). This goes before clause IAI-a50 (A person judges your account) and clause " +
      "IAI-a57 (Warnings and limits). You can sign in, read, fetch your files and see your bills; nothing new can be started.",
  );
});
