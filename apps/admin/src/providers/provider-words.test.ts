import { newId } from "@covenant/domain";
import { expect, it } from "vitest";
import { alarmWords, refusedWords, successOf } from "./provider-words.ts";

it("says how far what was refused had come", () => {
  expect(refusedWords({ refused: { before: 2, atWork: 0, afterwards: 1, unknown: 0 } })).toBe("3 (2 unsent, 1 made)");
  expect(refusedWords({ refused: { before: 0, atWork: 0, afterwards: 0, unknown: 0 } })).toBe("0");
});

it("counts success among what no refusal ended", () => {
  expect([successOf({ delivered: 3, failed: 1 }), successOf({ delivered: 0, failed: 0 })]).toEqual(["75 %", "–"]);
});

it("says what to do where a name is gone: retire it, or give the model another route", () => {
  const alarm = {
    id: newId("alarm"),
    kind: "model-gone",
    provider: "fal",
    upstreamModel: "fal-ai/x",
    raisedAt: "2026-11-21T12:00:00Z",
    lastAt: "2026-11-21T12:00:00Z",
    times: 1,
  } as const;
  const model = { storefront: "image-ai-run", modelId: "x", name: "X", successor: null, otherRoutes: 1 } as const;
  expect(alarmWords({ ...alarm, models: [model] }).todo).toContain("Retire the name on the model's page.");
  expect(alarmWords({ ...alarm, models: [{ ...model, otherRoutes: 0 }] }).todo).toContain(
    "Nothing else runs X at Image-AI.run",
  );
});
