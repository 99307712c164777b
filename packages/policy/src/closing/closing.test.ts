import { dangers, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { ruleOnLadder } from "../ladder/rule-on-ladder.ts";
import { ruleOnSuspensionNotice } from "./rule-on-suspension-notice.ts";
import { ruleOnForfeiture, ruleOnTermination } from "./rule-on-termination.ts";

const at = new Date("2026-11-21T12:00:00Z");

describe.each(storefrontIds)("%s", (storefront) => {
  it("closes an account fourteen days after its notice, but for fraud, danger and what telling would help", () => {
    const effects = dangers.map((danger) => ruleOnTermination({ storefront, at, danger }).outcome);
    const later = new Date("2026-12-05T12:00:00Z");
    expect(effects.map(({ effectiveAt }) => effectiveAt)).toEqual([later, at, at, at]);
  });

  it("says of an account that will be closed in no sentence that it is", () => {
    const infringer = { weight: 0, gravity: "infringer", earlier: "none", finding: "established" } as const;
    const rulings = [
      ruleOnTermination({ storefront, at, danger: "none" }),
      ruleOnLadder({ storefront, at, ...infringer }),
      ruleOnForfeiture({ storefront, at, kind: "fraud", mayWithdraw: false }),
    ];
    const said = rulings.map(({ explanation }) => explanation.member).join(" ");
    expect(said).toContain("Your account will be closed on 5 December 2026.");
    expect(said).not.toContain("Your account is closed");
  });

  it("takes a balance only under a clause of its own, and never while a purchase can be withdrawn from", () => {
    const credits = (mayWithdraw: boolean) =>
      ruleOnForfeiture({ storefront, at, kind: "repeated-breaches", mayWithdraw }).outcome.credits;
    expect([credits(false), credits(true)]).toEqual([storefront === "image-ai-run" ? "forfeited" : "left", "left"]);
    expect(ruleOnForfeiture({ storefront, at, kind: "evasion", mayWithdraw: false }).outcome.credits).toBe("left");
  });

  it("owes a statement of reasons with every sanction, without how it was noticed where that would help", () => {
    for (const danger of dangers) {
      const { outcome, clauses } = ruleOnSuspensionNotice({ storefront, at, sanction: "suspension", danger });
      expect(outcome).toEqual({ told: "with-effect", detail: danger === "aids-breach" ? "outline" : "whole" });
      expect(clauses.map(({ id }) => id)).toContain("LAW-REASONS");
    }
  });
});
