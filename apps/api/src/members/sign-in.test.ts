import { afterAll, beforeAll, expect, it } from "vitest";
import { steadyWindow } from "../testing/steady-window.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testPassword } from "../testing/test-people.ts";
import { testBrowser } from "../testing/test-request.ts";
import { signIn } from "./sign-in.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
  await steadyWindow(deps);
});
afterAll(() => deps.close());

/** One try from one address; answers the refusal's code, or "in". */
const tryAt = (email: string, password: string, ip: string) =>
  signIn(testBrowser(deps, { ip }).request(), "image-ai-run", { email, password }).then(
    () => "in",
    (refusal: { code: string }) => refusal.code,
  );

it("lets ten wrong tries on an account through in 15 minutes, from however many addresses at once", async () => {
  const { email } = await testMember(deps);
  const tries = Array.from({ length: 20 }, (_, n) => tryAt(email, "not the password", `192.0.2.${n + 1}`));
  const answers = await Promise.all(tries);
  expect(answers.filter((answer) => answer === "session/wrong-password")).toHaveLength(10);
  expect(answers.filter((answer) => answer === "request/too-many")).toHaveLength(10);
  expect(await tryAt(email, testPassword, "192.0.2.99")).toBe("request/too-many");
});

it("treats an account that does not exist like one that does", async () => {
  const answers: string[] = [];
  for (let n = 1; n <= 11; n += 1)
    answers.push(await tryAt("nobody@member.test", "not the password", `198.51.100.${n}`));
  expect(answers).toEqual([...Array.from({ length: 10 }, () => "session/wrong-password"), "request/too-many"]);
});

it("does not hold successful sign-ins against a member", async () => {
  const { email } = await testMember(deps);
  for (let n = 1; n <= 12; n += 1) expect(await tryAt(email, testPassword, "198.51.100.77")).toBe("in");
});

it("lets a hundred wrong tries from one address through in an hour, over all accounts", async () => {
  const ip = "203.0.113.5";
  const answers: string[] = [];
  for (let n = 1; n <= 101; n += 1) answers.push(await tryAt(`spray-${n}@member.test`, "Password1234567", ip));
  expect(answers.slice(0, 100).every((answer) => answer === "session/wrong-password")).toBe(true);
  expect(answers[100]).toBe("request/too-many");
  const { email } = await testMember(deps);
  expect(await tryAt(email, testPassword, "203.0.113.6")).toBe("in");
});

it("keeps no address people typed in the limits", async () => {
  await tryAt("typed-by-mistake@member.test", "not the password", "203.0.113.9");
  expect(await deps.db.query("SELECT 1 FROM rate_window WHERE key LIKE '%typed-by-mistake%'", [])).toEqual([]);
});
