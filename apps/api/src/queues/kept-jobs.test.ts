import { retention } from "@covenant/db";
import { keptDays } from "@covenant/policy";
import { expect, it } from "vitest";

it("keeps a failed job as long as the privacy page says", () => {
  expect(retention.removeOnFail.age).toBe(keptDays.failedJob * 24 * 3600);
});
