import { afterAll, beforeAll, expect, it } from "vitest";
import { staffDoorRouter } from "../src/staff/staff-router.ts";
import { codeOfStep, stepAt } from "../src/staff/totp.ts";
import { runBin } from "../src/testing/run-bin.ts";
import { type TestDeps, testDeps } from "../src/testing/test-deps.ts";
import { testBrowser } from "../src/testing/test-request.ts";

const password = "a sentence nobody else says";
let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

const add = (args: readonly string[], stdin = `${password}\n`) =>
  runBin("add-staff", { settings: deps.settings, args, stdin });
const ada = ["--email", "Ada@Example.com", "--name", "Ada", "--role", "moderator"];

it("adds a person who then signs in with the password and the second factor that was shown", async () => {
  const { code, said } = await add(ada);
  expect(code).toBe(0);
  const secret = /secret {2}([A-Z2-7]{32})\n/.exec(said)?.[1] ?? "";
  expect(said).toContain(`otpauth://totp/Covenant:ada%40example.com?issuer=Covenant&secret=${secret}`);
  expect(said).not.toContain(password);

  const door = staffDoorRouter.createCaller(await testBrowser(deps).atConsole());
  const shown = codeOfStep(secret, stepAt(deps.clock.now())).code;
  const { id, roles } = await door.signIn({ email: "ada@example.com", password, code: shown });
  expect(roles).toEqual(["moderator"]);
  const [act] = await deps.db.rows.act.findMany({ where: { subject: id, act: "staff.add" } });
  expect(act).toMatchObject({ actor: "system:operator", note: "moderator" });
});

it("adds nobody twice, and changes nothing of who is there", async () => {
  await add(ada);
  const before = await deps.db.rows.staff.findMany();
  expect(await add(ada, "another password, long enough")).toEqual({
    code: 1,
    said: "ada@example.com is of the staff already: nobody was added.\n",
  });
  expect(await deps.db.rows.staff.findMany()).toEqual(before);
});

it.each([
  [["--email", "nobody", "--name", "B", "--role", "moderator"], /email: /],
  [["--email", "b@example.com", "--name", " ", "--role", "moderator"], /name: Write a name\./],
  [["--email", "b@example.com", "--name", "B", "--role", "owner"], /roles: Choose of support, moderator, admin\./],
  [["--email", "b@example.com", "--name", "B"], /Say who it is/],
  [["--mail", "b@example.com"], /Unknown option '--mail'/],
])("says what is wrong with %j, in words", async (args, words) => {
  const { code, said } = await add(args);
  expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(words) });
  expect(said).not.toMatch(/^\s+at /m);
});

it("takes no short password", async () => {
  const { code, said } = await add(["--email", "b@example.com", "--name", "B", "--role", "admin"], "short");
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("At least 15 characters") });
});
