import { expect, it } from "vitest";
import { missingAnswer } from "./ConfirmQuestions.tsx";

const blank = { reason: "", note: "", typed: "" };

it("asks for nothing when nothing was asked", () => {
  expect(missingAnswer(blank, { hasReasons: false, typedTarget: undefined })).toBeNull();
});

it("wants a reason, and the target letter by letter", () => {
  const asked = { hasReasons: true, typedTarget: "mara" };
  expect(missingAnswer(blank, asked)).toBe("Choose a reason first");
  expect(missingAnswer({ ...blank, reason: "breach", typed: "Mara" }, asked)).toBe("Type mara first");
  expect(missingAnswer({ ...blank, reason: "breach", typed: "mara" }, asked)).toBeNull();
});
