import type { EntryView } from "@covenant/domain";
import { expect, it } from "vitest";
import { linesOf } from "./credit-lines.ts";

const entry = (kind: string, from: EntryView["from"], to: EntryView["to"], credits: number): EntryView => ({
  ...{ version: 1, kind, from, to, credits, availableAfter: 0, heldAfter: 0 },
  ...{ cause: "gen_1", reason: null, at: "2030-01-01T00:00:00.000Z" },
});

it("makes one line of what several lots gave, and another of what a capture gave back", () => {
  const entries = [
    entry("hold", "available", "held", 4),
    entry("hold", "available", "held", 6),
    entry("capture", "held", "spent", 7),
    entry("release", "held", "available", 3),
  ];
  expect(linesOf(entries).map(({ kind, credits }) => [kind, credits])).toEqual([
    ["held", 10],
    ["captured", 7],
    ["released", 3],
  ]);
});

it("says it when what came back did not come back to the member", () => {
  const [back, gone] = linesOf([entry("release", "held", "available", 3), entry("release", "held", "expired", 2)]);
  expect(back?.sentence).not.toContain("expired");
  expect(gone).toMatchObject({ kind: "released", credits: 2, sentence: expect.stringContaining("They expired") });
});
