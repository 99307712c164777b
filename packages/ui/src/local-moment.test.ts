import { expect, it } from "vitest";
import { localMoment, readLocalMoment } from "./local-moment.ts";

it("keeps the minute on the way into a field and out of it, whatever the zone", () => {
  for (const minute of ["2026-01-31T23:59:00.000Z", "2026-07-01T00:00:00.000Z", "2026-11-21T11:26:00.000Z"]) {
    expect(readLocalMoment(localMoment(new Date(minute)))).toBe(minute);
  }
});

it("reads nothing from an empty field and from what is no moment", () => {
  expect(readLocalMoment("")).toBeNull();
  expect(readLocalMoment("soon")).toBeNull();
});
