import { duration } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { steadyWindow } from "../testing/steady-window.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testPassword, testStaff, testTotpSecret } from "../testing/test-people.ts";
import { type TestBrowser, testBrowser } from "../testing/test-request.ts";
import { staffDoorRouter } from "./staff-router.ts";
import { codeOfStep, stepAt } from "./totp.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
  await steadyWindow(deps);
});
afterAll(() => deps.close());
beforeEach(() => deps.clock.set("2026-11-21T12:00:10.000Z"));

const door = async (browser: TestBrowser) => staffDoorRouter.createCaller(await browser.atConsole());
const codeAway = (steps: number) => codeOfStep(testTotpSecret, stepAt(deps.clock.now()) + steps).code;
const wrongCode = () => {
  const near = [-1, 0, 1].map(codeAway);
  return ["000000", "111111", "222222", "333333"].find((code) => !near.includes(code)) ?? "444444";
};

/** One try; answers the refusal's code, or "in". */
async function tryWith(
  email: string,
  { password = testPassword, code = codeAway(0), browser = testBrowser(deps) } = {},
) {
  const answer = (await door(browser)).signIn({ email, password, code });
  return answer.then(
    () => "in",
    (error: { message: string }) => error.message,
  );
}

it("signs in with password and code together, records the act, and shows who it is", async () => {
  const { email, staffId } = await testStaff(deps, { role: "moderator" });
  const browser = testBrowser(deps);
  expect(await (await door(browser)).me()).toBeNull();
  const signedIn = await (await door(browser)).signIn({ email, password: testPassword, code: codeAway(0) });
  expect(signedIn).toMatchObject({ id: staffId, email, roles: ["moderator"] });
  expect(signedIn.capabilities).toContain("case.decide");
  expect(signedIn.capabilities).not.toContain("order.read");
  expect(await (await door(browser)).me()).toEqual(signedIn);
  const acts = await deps.db.rows.act.findMany({ where: { subject: staffId } });
  expect(acts).toMatchObject([{ actor: staffId, act: "staff.sign-in" }]);
  await (await door(browser)).signOut();
  expect(await (await door(browser)).me()).toBeNull();
});

it("takes a code once, and none older than the last it took", async () => {
  const { email } = await testStaff(deps);
  expect(await tryWith(email)).toBe("in");
  expect(await tryWith(email)).toBe("session/wrong-code");
  expect(await tryWith(email, { code: codeAway(-1) })).toBe("session/wrong-code");
  deps.clock.advance(duration.seconds(30));
  expect(await tryWith(email, { code: codeAway(-1) })).toBe("session/wrong-code");
  expect(await tryWith(email)).toBe("in");
});

it("lets one of two in who send the same code at the same instant", async () => {
  const { email, staffId } = await testStaff(deps);
  const answers = await Promise.all([tryWith(email), tryWith(email), tryWith(email)]);
  expect(answers.sort()).toEqual(["in", "session/wrong-code", "session/wrong-code"]);
  expect(await deps.db.rows.staffSession.count({ where: { staffId } })).toBe(1);
  expect(await deps.db.rows.act.count({ where: { subject: staffId } })).toBe(1);
});

it("takes the codes of one step before and after now, and no further", async () => {
  const [one, other] = [await testStaff(deps), await testStaff(deps)];
  expect(await tryWith(one.email, { code: codeAway(-2) })).toBe("session/wrong-code");
  expect(await tryWith(one.email, { code: codeAway(2) })).toBe("session/wrong-code");
  expect(await tryWith(one.email, { code: codeAway(-1) })).toBe("in");
  expect(await tryWith(other.email, { code: codeAway(1) })).toBe("in");
});

it("refuses a right code with a wrong password, and does not use the code up", async () => {
  const { email } = await testStaff(deps);
  expect(await tryWith(email, { password: "not the password" })).toBe("session/wrong-password");
  expect(await tryWith("nobody@staff.test")).toBe("session/wrong-password");
  expect(await tryWith(email)).toBe("in");
});

it("locks after five wrong codes, even for the right one, however many come at once", async () => {
  const { email } = await testStaff(deps);
  const code = wrongCode();
  const answers = await Promise.all(Array.from({ length: 8 }, () => tryWith(email, { code })));
  expect(answers.filter((answer) => answer === "session/wrong-code")).toHaveLength(5);
  expect(answers.filter((answer) => answer === "session/locked")).toHaveLength(3);
  expect(await tryWith(email)).toBe("session/locked");
});

it("starts the count of wrong codes again after a right one", async () => {
  const { email } = await testStaff(deps);
  for (let n = 0; n < 4; n += 1) expect(await tryWith(email, { code: wrongCode() })).toBe("session/wrong-code");
  expect(await tryWith(email)).toBe("in");
  expect(await tryWith(email, { code: wrongCode() })).toBe("session/wrong-code");
});

it("does not let in whoever was disabled", async () => {
  const { email, staffId } = await testStaff(deps);
  await deps.db.query("UPDATE staff SET disabled_at = now() WHERE id = $1", [staffId]);
  expect(await tryWith(email)).toBe("session/wrong-password");
});

it("keeps the secret sealed to its person's row", async () => {
  const [one, other] = [await testStaff(deps), await testStaff(deps)];
  const sealed = async (id: string) => (await deps.db.rows.staff.findUniqueOrThrow({ where: { id } })).totpSealed;
  expect(await sealed(one.staffId)).not.toContain(testTotpSecret);
  await deps.db.query("UPDATE staff SET totp_sealed = $2 WHERE id = $1", [one.staffId, await sealed(other.staffId)]);
  await expect((await door(testBrowser(deps))).demoCode({ email: one.email })).rejects.toThrow();
});

it("shows a code that signs in now, also right after one was used, in demo mode only", async () => {
  const { email } = await testStaff(deps);
  const console = await door(testBrowser(deps));
  for (const _ of ["this step", "the next"]) {
    const { code } = await console.demoCode({ email });
    expect(await tryWith(email, { code })).toBe("in");
  }
  await expect(console.demoCode({ email })).rejects.toThrow("request/too-many");
  const production = { ...deps, settings: { ...deps.settings, COVENANT_MODE: "production" as const } };
  const outside = staffDoorRouter.createCaller(await testBrowser(production).atConsole());
  await expect(outside.demoCode({ email })).rejects.toThrow("thing/not-found");
  await expect(console.demoCode({ email: "nobody@staff.test" })).rejects.toThrow("thing/not-found");
});
