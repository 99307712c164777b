import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { openSealed, seal } from "./seal.ts";

const key = randomBytes(32).toString("base64");

it("opens what it sealed, and seals the same secret differently each time", () => {
  const [one, other] = [seal(key, "totp:a", "JBSWY3DP"), seal(key, "totp:a", "JBSWY3DP")];
  expect(openSealed(key, "totp:a", one)).toBe("JBSWY3DP");
  expect(openSealed(key, "totp:a", other)).toBe("JBSWY3DP");
  expect(one).not.toBe(other);
  expect(one).not.toContain("JBSWY3DP");
});

it("does not open under another context, another key, or after a change", () => {
  const sealed = seal(key, "totp:a", "JBSWY3DP");
  const changed = `${sealed.slice(0, 5)}${sealed[5] === "A" ? "B" : "A"}${sealed.slice(6)}`;
  expect(() => openSealed(key, "totp:b", sealed)).toThrow();
  expect(() => openSealed(randomBytes(32).toString("base64"), "totp:a", sealed)).toThrow();
  expect(() => openSealed(key, "totp:a", changed)).toThrow();
  expect(() => openSealed(key, "totp:a", sealed.replace(/^v1/, "v2"))).toThrow("a way this program knows");
});
