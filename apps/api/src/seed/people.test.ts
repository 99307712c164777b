import { roles, storefrontIds } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { admitMember } from "../members/admitted-member.ts";
import { signIn } from "../members/sign-in.ts";
import { signInStaff } from "../staff/sign-in-staff.ts";
import { codeOfStep, stepAt } from "../staff/totp.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testTotpSecret } from "../testing/test-people.ts";
import { testBrowser } from "../testing/test-request.ts";
import { demoKeys, demoSignIns } from "./demo-sign-ins.ts";
import { seedPeople } from "./people.ts";

let deps: TestDeps;
const keys = demoKeys(testTotpSecret);
const [member, ...staff] = demoSignIns(keys);

beforeAll(async () => {
  deps = await testDeps();
  await seedPeople(deps, keys);
  await seedPeople(deps, keys);
});
afterAll(() => deps.close());

it("adds each person once, however often it runs", async () => {
  expect(await deps.db.rows.member.count()).toBe(storefrontIds.length);
  expect(await deps.db.rows.staff.count()).toBe(roles.length);
});

it("leaves a member at each storefront who signs in and is admitted", async () => {
  const { email = "", password = "" } = member ?? {};
  for (const storefront of storefrontIds) {
    const { id } = await signIn(testBrowser(deps).request(), storefront, { email, password });
    const admitted = admitMember(deps.db, { kind: "member", memberId: id, storefront }, deps.clock.now());
    expect(await admitted).toMatchObject({ memberId: id });
  }
});

it("leaves one person for each role of the staff who signs in with the second factor", async () => {
  const { code } = codeOfStep(testTotpSecret, stepAt(deps.clock.now()));
  const signedIn = staff.map(({ email, password }) =>
    signInStaff(testBrowser(deps).request(), { email, password, code }),
  );
  expect((await Promise.all(signedIn)).map((person) => person.roles)).toEqual(roles.map((role) => [role]));
});

it("gives everybody the keys of the last run", async () => {
  const email = "member@demo.test";
  await seedPeople(deps, { ...keys, memberPassword: "another demo password" });
  const page = testBrowser(deps).request();
  await expect(signIn(page, "apimodels", { email, password: keys.memberPassword })).rejects.toThrow();
  expect(await signIn(page, "apimodels", { email, password: "another demo password" })).toMatchObject({ email });
});

it("has passwords that stand alone", () => {
  for (const { password } of demoSignIns(keys)) expect(password.length).toBeGreaterThanOrEqual(15);
});

it("seeds nothing outside demo mode", async () => {
  const production = { ...deps, settings: { ...deps.settings, COVENANT_MODE: "production" as const } };
  await expect(seedPeople(production, keys)).rejects.toThrow("demo mode only");
});
