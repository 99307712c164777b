import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { decoyHash, hashPassword, isPassword } from "./passwords.ts";

const cost = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

it("hashes with argon2id at 19 MiB and two passes, and verifies what is not there at the same cost", async () => {
  expect(await hashPassword("correct horse battery")).toMatch(cost);
  expect(decoyHash).toMatch(cost);
});

it("knows a password by every character, untrimmed and whole", async () => {
  const password = ` ${"x".repeat(200)}é🐎 `;
  const stored = await hashPassword(password);
  expect(await isPassword(stored, password)).toBe(true);
  expect(await isPassword(stored, password.trim())).toBe(false);
  expect(await isPassword(stored, password.slice(0, -4))).toBe(false);
});

it("takes one character typed two ways for one", async () => {
  expect(
    await isPassword(await hashPassword("caf\u00e9 caf\u00e9 caf\u00e9"), "cafe\u0301 cafe\u0301 cafe\u0301"),
  ).toBe(true);
});

it("says no where nobody is", async () => {
  expect(await isPassword(null, "correct horse battery")).toBe(false);
});

it("leaves threads to others while many passwords are hashed", async () => {
  let hashed = 0;
  const all = Promise.all(Array.from({ length: 24 }, () => hashPassword("correct horse battery").then(() => hashed++)));
  await readFile(new URL(import.meta.url));
  expect(hashed).toBeLessThan(20); // Reading takes four turns of a thread: behind hashes in all of them it would come last.
  await all;
  expect(hashed).toBe(24);
});

it("refuses rather than queues without end", async () => {
  const many = Array.from({ length: 300 }, () => isPassword(null, "x"));
  const answers = await Promise.allSettled(many);
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused).toHaveLength(48);
  expect(refused[0]).toMatchObject({ reason: { code: "service/unavailable" } });
}, 60_000);
