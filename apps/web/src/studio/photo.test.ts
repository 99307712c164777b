import { expect, it } from "vitest";
import { addable, newPhoto, nextToSend, type PhotoStage } from "./photo.ts";

const file = (name: string) => new File(["x"], name, { lastModified: 1 });
const photos = (...stages: PhotoStage[]) => stages.map((stage, at) => ({ ...newPhoto(file(`${at}.png`)), stage }));

it("sends three at a time, in the order they were chosen", () => {
  const names = (of: ReturnType<typeof photos>) => nextToSend(of).map((photo) => photo.file.name);
  expect(names(photos("waiting", "waiting", "waiting", "waiting"))).toEqual(["0.png", "1.png", "2.png"]);
  expect(names(photos("checked", "sending", "paused", "checking", "waiting", "waiting"))).toEqual(["4.png"]);
  expect(names(photos("sending", "sending", "checking", "waiting"))).toEqual([]);
});

it("takes a file once, and says how many of a batch were left out", () => {
  const there = [newPhoto(file("0.png"))];
  const { added, problem } = addable(there, ["0.png", "1.png", "1.png", "2.png", "3.png"].map(file), 3);
  expect(added.map((photo) => photo.file.name)).toEqual(["1.png", "2.png"]);
  expect(problem).toBe("3 files at a time: 1 of these were left out. Send them in a second batch.");
  expect(addable([], [file("a.png")], 3).problem).toBeNull();
});
