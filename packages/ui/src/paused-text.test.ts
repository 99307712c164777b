import { expect, it } from "vitest";
import { isUntold, textAt, withValue } from "./paused-text.ts";

/** "an" was typed and told, and "ana" typed before the value followed. */
const ahead = { typed: "ana", from: "", told: "an" };

it("keeps what is typed while the value comes after what was told", () => {
  const caughtUp = withValue(ahead, "an");
  expect(caughtUp.typed).toBe("ana");
  expect(isUntold(caughtUp)).toBe(true);
});

it("gives way to a value that comes from elsewhere", () => {
  expect(withValue(ahead, "")).toEqual(textAt(""));
  expect(isUntold(withValue(ahead, "mara"))).toBe(false);
});

it("tells one thing once, and also that it was taken back", () => {
  expect(isUntold({ typed: "an", from: "", told: "an" })).toBe(false);
  expect(isUntold(withValue({ typed: "", from: "", told: "an" }, "an"))).toBe(true);
});
