import { expect, it } from "vitest";
import { screenPrompt } from "./screen-prompt.ts";
import { weakConfidence } from "./weigh-signals.ts";

const confidenceOf = (prompt: string, category: string) =>
  screenPrompt("apimodels", prompt).signals.find((signal) => signal.category === category)?.confidence;
const far = `and then a very long walk by the sea. ${"Until at last it rained on the quay and on the boats. ".repeat(2)}`;

it.each([
  ["standin-minor", "standin-sexual", "child-safety"],
  ["standin-minor", "standin-exposing-verb", "child-safety"],
  ["standin-real-person", "standin-sexual", "intimate-imagery"],
  ["standin-real-person", "standin-exposing-verb", "intimate-imagery"],
  ["standin-real-person", "standin-deceptive-verb", "deepfake"],
])("%s with %s is heard as %s, in either order and in disguise, and not from afar", (one, other, category) => {
  expect(confidenceOf(`a ${one} and a ${other}`, category)).toBeCloseTo(0.855);
  expect(confidenceOf(`a ${other} and a ${one}`, category)).toBeCloseTo(0.855);
  expect(confidenceOf(`a ${one.replaceAll("i", "1")} and a ${other.toUpperCase()}`, category)).toBeCloseTo(0.855);
  expect(confidenceOf(`a ${one} ${far} a ${other}`, category)).toBeUndefined();
});

it.each(["standin-minor", "standin-real-person", "standin-exposing-verb", "standin-deceptive-verb"])(
  "says nothing of a %s alone",
  (part) => expect(screenPrompt("apimodels", `a ${part} in a garden`)).toEqual({ hits: [], signals: [] }),
);

it("is less sure where one of the two is doubtful, and never silent", () => {
  const doubtful = confidenceOf("a standin-minor and a standin-weak-sexual", "child-safety") ?? 0;
  expect(doubtful).toBeGreaterThanOrEqual(weakConfidence);
  expect(doubtful).toBeLessThan(0.8);
});

it("is not made less sure by a doubtful term between two sure ones", () => {
  const between = "standin-minor, standin-weak-minor, standin-sexual";
  expect(confidenceOf(between, "child-safety")).toBeCloseTo(0.855);
});

it("names both terms and the place of each", () => {
  const prompt = "standin-real-person standin-deceptive-verb";
  const [hit] = screenPrompt("apimodels", prompt).hits;
  expect(hit?.combination).not.toBeNull();
  expect(hit?.terms.map(({ start, end, group }) => [group, prompt.slice(start, end)])).toEqual([
    ["real-person", "standin-real-person"],
    ["deceptive-verb", "standin-deceptive-verb"],
  ]);
});

it("hears a combination through one sentence, and in the next that goes on about the same", () => {
  const long = "standing in the hall of an old house lit by lamps, wide angle, film grain, and";
  expect(confidenceOf(`a standin-minor ${long} standin-nakedness`, "child-safety")).toBeCloseTo(0.855);
  expect(confidenceOf("standin-nakedness by a lake. The subject is a standin-minor", "child-safety")).toBeCloseTo(
    0.855,
  );
  expect(
    confidenceOf("standin-nakedness on a lake. Grey is all of that standin-minor", "child-safety"),
  ).toBeUndefined();
});
