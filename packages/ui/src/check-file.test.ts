import { expect, it } from "vitest";
import { acceptText, byteText, checkFile, describeFileProblem } from "./check-file.ts";

const rules = { accept: ["image/png", "image/jpeg", ".glb"], maxBytes: 20_000_000 };
const png = { name: "chair.png", type: "image/png", size: 1_200_000 };

it("takes a file by its media type or by its ending", () => {
  expect(checkFile(png, rules)).toBeNull();
  expect(checkFile({ name: "CHAIR.GLB", type: "", size: 10 }, rules)).toBeNull();
  expect(checkFile({ ...png, type: "image/webp" }, { accept: ["image/*"] })).toBeNull();
});

it("takes exactly the limit and not a byte more", () => {
  expect(checkFile({ ...png, size: 20_000_000 }, rules)).toBeNull();
  expect(checkFile({ ...png, size: 20_000_001 }, rules)).toMatchObject({ kind: "too-large" });
});

it("says what would be taken instead", () => {
  const wrong = checkFile({ name: "notes.pdf", type: "application/pdf", size: 10 }, rules);
  expect(wrong && describeFileProblem(wrong, rules)).toBe("notes.pdf cannot be used here. Choose PNG, JPEG, or GLB.");
  const large = checkFile({ ...png, size: 34_500_000 }, rules);
  expect(large && describeFileProblem(large, rules)).toBe("chair.png is 34.5 MB. The limit is 20 MB.");
});

it("refuses an empty file, which no model can use", () => {
  expect(checkFile({ ...png, size: 0 }, rules)).toEqual({ kind: "empty", name: "chair.png" });
});

it("names sizes in decimal units", () => {
  expect([0, 999, 1_000, 1_540_000, 123_456_789].map(byteText)).toEqual(["0 B", "999 B", "1 kB", "1.5 MB", "123 MB"]);
});

it("names every kind of image once", () => {
  expect(acceptText(["image/*"])).toBe("any image");
});
