import { newId, type StorefrontId } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmationToken, mailsTo, resetToken } from "../testing/mail-box.ts";
import { steadyWindow } from "../testing/steady-window.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testPassword } from "../testing/test-people.ts";
import { type TestBrowser, testBrowser } from "../testing/test-request.ts";
import { membersRouter } from "./members-router.ts";

let deps: TestDeps;
/** Each test comes from an address of its own, so that no limit of one is met by another. */
let visitors = 0;

beforeAll(async () => {
  deps = await testDeps();
  await steadyWindow(deps);
});
afterAll(() => deps.close());

const newPassword = "an entirely new sentence";
const spent = { cause: { code: "member/token-spent" } };
const wrong = { cause: { code: "session/wrong-password" } };

const at = async (browser: TestBrowser, where: StorefrontId = "image-ai-run") =>
  membersRouter.createCaller(await browser.atStorefront(where));
const visitor = () => {
  visitors += 1;
  return testBrowser(deps, { ip: `192.0.2.${visitors}` });
};

/** A member who asked for a link, and the page they asked on. */
async function forgetful() {
  const { email, memberId } = await testMember(deps);
  const browser = visitor();
  const page = await at(browser);
  await page.requestPasswordReset({ email });
  return { email, memberId, browser, page, token: await resetToken(deps, email) };
}

it("takes a member from a forgotten password over the link in the mail to a new one", async () => {
  const { email, page, token } = await forgetful();
  expect((await mailsTo(deps, email)).at(-1)?.body).toContain(
    `${deps.originOf("image-ai-run")}/reset-password?token=${token}`,
  );
  await page.resetPassword({ token, password: newPassword });
  await expect(page.signIn({ email, password: testPassword })).rejects.toMatchObject(wrong);
  expect(await page.signIn({ email, password: newPassword })).toMatchObject({ email });
});

it("signs everybody out, and nobody in", async () => {
  const { email, browser, page, token } = await forgetful();
  const thief = visitor();
  await (await at(thief)).signIn({ email, password: testPassword });
  expect(await (await at(thief)).me()).toMatchObject({ email });
  await page.resetPassword({ token, password: newPassword });
  expect(await (await at(thief)).me()).toBeNull();
  expect(await (await at(browser)).me()).toBeNull();
});

it("tells the owner by mail that the password was changed, on record and without a secret", async () => {
  const { email, memberId, page, token } = await forgetful();
  await page.resetPassword({ token, password: newPassword });
  const last = (await mailsTo(deps, email)).at(-1);
  expect(last?.subject).toBe("Your password was changed");
  expect(last?.body).not.toContain("token=");
  expect(await deps.db.rows.act.findMany({ where: { subject: memberId } })).toMatchObject([
    { act: "member.reset-password", actor: expect.stringContaining(memberId) },
  ]);
});

it("sets a password once by a link, of two at the same time too", async () => {
  const { email, page, token } = await forgetful();
  const answers = await Promise.allSettled(
    ["the first new password", "the second new password"].map((password) => page.resetPassword({ token, password })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(page.resetPassword({ token, password: newPassword })).rejects.toMatchObject(spent);
  expect((await mailsTo(deps, email)).filter(({ subject }) => subject === "Your password was changed")).toHaveLength(1);
});

it("keeps only the hash of the token, and opens nothing with it, at another storefront, or after 30 minutes", async () => {
  const { memberId, browser, page, token } = await forgetful();
  const [stored] = await deps.db.rows.emailToken.findMany({ where: { memberId } });
  expect(stored?.id).not.toBe(token);
  const minutes = ((stored?.expiresAt.getTime() ?? 0) - (stored?.createdAt.getTime() ?? 0)) / 60_000;
  expect(minutes).toBeCloseTo(30, 1);
  const attempt = { token, password: newPassword };
  await expect(page.resetPassword({ ...attempt, token: stored?.id ?? "" })).rejects.toMatchObject(spent);
  await expect((await at(browser, "apimodels")).resetPassword(attempt)).rejects.toMatchObject(spent);
  await deps.db.query("UPDATE email_token SET expires_at = now() WHERE member_id = $1", [memberId]);
  await expect(page.resetPassword(attempt)).rejects.toMatchObject(spent);
});

it("voids a link by the next one, and by nothing else", async () => {
  const { email, page, token: earlier } = await forgetful();
  await page.requestPasswordReset({ email });
  await expect(page.resetPassword({ token: earlier, password: newPassword })).rejects.toMatchObject(spent);
  await page.confirmEmail({ token: earlier }).catch(() => {});
  await page.resetPassword({ token: await resetToken(deps, email), password: newPassword });
});

it("takes a link to confirm for no link to reset, and the other way round", async () => {
  const { page, token } = await forgetful();
  await expect(page.confirmEmail({ token })).rejects.toMatchObject(spent);
  await page.resetPassword({ token, password: newPassword });
});

const signUpWith = (email: string, password: string) => ({
  email,
  password,
  bornOn: "1990-05-31",
  country: "DE",
  acceptedTermsVersion: termsInForce("image-ai-run", deps.clock.now()).version,
});

it("confirms an address that waited for it, since its mailbox was read", async () => {
  const email = `${newId("member").slice(-10)}@member.test`;
  const page = await at(visitor());
  await page.signUp(signUpWith(email, testPassword));
  const confirmation = await confirmationToken(deps, email);
  await page.requestPasswordReset({ email });
  await page.resetPassword({ token: await resetToken(deps, email), password: newPassword });
  expect(await page.signIn({ email, password: newPassword })).toMatchObject({ emailConfirmed: true });
  await expect(page.confirmEmail({ token: confirmation })).rejects.toMatchObject(spent);
});

it("voids the links of a sign-up that another sign-up replaced", async () => {
  const email = `${newId("member").slice(-10)}@member.test`;
  const page = await at(visitor());
  await page.signUp(signUpWith(email, "the squatter's own password"));
  await page.requestPasswordReset({ email });
  const token = await resetToken(deps, email);
  await page.signUp(signUpWith(email, testPassword));
  await expect(page.resetPassword({ token, password: newPassword })).rejects.toMatchObject(spent);
});

it("says the same, and as slowly, for an address without an account, and mails it nothing", async () => {
  const { email } = await testMember(deps);
  const nobody = `${newId("member").slice(-10)}@member.test`;
  const closed = await testMember(deps);
  await deps.db.query("UPDATE member SET closed_at = now() WHERE id = $1", [closed.memberId]);
  const page = await at(visitor());
  for (const address of [email, nobody, closed.email]) {
    const before = performance.now();
    expect(await page.requestPasswordReset({ email: address })).toEqual({ sentTo: address });
    expect(performance.now() - before).toBeGreaterThan(245);
  }
  expect(await mailsTo(deps, email)).toHaveLength(1);
  for (const address of [nobody, closed.email]) expect(await mailsTo(deps, address)).toEqual([]);
});

it("mails one address at most five times an hour, whoever asks and whether it has an account", async () => {
  const { email } = await testMember(deps);
  for (const address of [email, `${newId("member").slice(-10)}@member.test`]) {
    for (let sent = 0; sent < 5; sent += 1) await (await at(visitor())).requestPasswordReset({ email: address });
    await expect((await at(visitor())).requestPasswordReset({ email: address })).rejects.toMatchObject({
      cause: { code: "request/too-many" },
    });
  }
});

it("lets one address ask and try twenty times in a quarter of an hour", async () => {
  const page = await at(visitor());
  const tries = (call: (n: number) => Promise<unknown>) =>
    Promise.allSettled(Array.from({ length: 21 }, (_, n) => call(n)));
  const refusedFor = (answers: PromiseSettledResult<unknown>[], code: string) =>
    answers.filter((answer) => answer.status === "rejected" && answer.reason.cause?.code === code).length;
  const guesses = await tries((n) => page.resetPassword({ token: `guess-${n}`, password: newPassword }));
  expect(refusedFor(guesses, "member/token-spent")).toBe(20);
  expect(refusedFor(guesses, "request/too-many")).toBe(1);
  const asked = await tries((n) => page.requestPasswordReset({ email: `nobody-${n}@member.test` }));
  expect(refusedFor(asked, "request/too-many")).toBe(1);
});

it("lets the owner in whose account somebody locked by guessing", async () => {
  const { email, page, token } = await forgetful();
  const guesser = await at(visitor());
  for (let n = 0; n < 11; n += 1) await guesser.signIn({ email, password: "not the password" }).catch(() => {});
  await expect(page.signIn({ email, password: testPassword })).rejects.toMatchObject({
    cause: { code: "request/too-many" },
  });
  await page.resetPassword({ token, password: newPassword });
  expect(await page.signIn({ email, password: newPassword })).toMatchObject({ email });
});

it("changes nothing where the new password is too short to stand alone", async () => {
  const { page, token } = await forgetful();
  await expect(page.resetPassword({ token, password: "short" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await page.resetPassword({ token, password: newPassword });
});
