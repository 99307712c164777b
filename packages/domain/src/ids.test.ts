import { afterEach, expect, it, vi } from "vitest";
import { isId, newId } from "./ids.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("makes ids that sort in the order they were made in, however many in one millisecond", () => {
  vi.useFakeTimers({ now: Date.now() });
  const ids = Array.from({ length: 20_000 }, () => newId("mail"));
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids.every((id) => isId("mail", id))).toBe(true);
});

it("goes on from the last when the clock was set back", () => {
  const before = newId("act");
  vi.useFakeTimers({ now: Date.now() - 90_000 });
  expect(newId("act") > before).toBe(true);
});
