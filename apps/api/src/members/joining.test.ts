import { getBalance } from "@covenant/db";
import { newId, type StorefrontId } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmationToken, mailsTo } from "../testing/mail-box.ts";
import { steadyWindow } from "../testing/steady-window.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { type TestBrowser, testBrowser } from "../testing/test-request.ts";
import { membersRouter } from "./members-router.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
  await steadyWindow(deps);
});
afterAll(() => deps.close());

const storefront: StorefrontId = "image-ai-run";
const password = "correct horse battery";
const newEmail = () => `${newId("member").slice(-10)}@member.test`;

/** What a browser's page may call. */
const at = async (browser: TestBrowser, where: StorefrontId = storefront) =>
  membersRouter.createCaller(await browser.atStorefront(where));

const person = (email: string, where: StorefrontId = storefront) => ({
  email,
  password,
  bornOn: "1990-05-31",
  country: "DE",
  acceptedTermsVersion: termsInForce(where, deps.clock.now()).version,
});

async function signedUp(email = newEmail(), browser = testBrowser(deps)) {
  await (await at(browser)).signUp(person(email));
  return { email, browser, token: await confirmationToken(deps, email) };
}

it("takes a person from sign-up over the link in the mail to an account of their own", async () => {
  const browser = testBrowser(deps);
  const email = newEmail();
  expect(await (await at(browser)).me()).toBeNull();
  expect(await (await at(browser)).signUp(person(` ${email.toUpperCase()} `))).toEqual({ sentTo: email });
  expect((await mailsTo(deps, email))[0]?.body).toContain(`${deps.originOf(storefront)}/confirm?token=`);

  await (await at(browser)).confirmEmail({ token: await confirmationToken(deps, email) });
  const signedIn = await (await at(browser)).signIn({ email, password });
  expect(signedIn).toMatchObject({ email, emailConfirmed: true, wallet: { available: 0, held: 0, frozen: 0 } });
  expect(signedIn.acceptedTermsVersion).toBe(termsInForce(storefront, deps.clock.now()).version);
  expect(await (await at(browser)).me()).toEqual(signedIn);
  expect(await getBalance(deps.db, signedIn.id)).toEqual({ available: 0, held: 0, frozen: 0 });

  await (await at(browser)).signOut();
  expect(await (await at(browser)).me()).toBeNull();
});

it("lets an unconfirmed member in, and says that the address is not confirmed", async () => {
  const { email, browser } = await signedUp();
  expect(await (await at(browser)).signIn({ email, password })).toMatchObject({ emailConfirmed: false });
});

it("answers alike for an address that has an account, and tells only its owner", async () => {
  const { email, token, browser } = await signedUp();
  await (await at(browser)).confirmEmail({ token });
  const stranger = { ...person(email), password: "a stranger's password" };
  expect(await (await at(browser)).signUp(stranger)).toEqual({ sentTo: email });
  const last = (await mailsTo(deps, email)).at(-1);
  expect(last?.subject).toBe("You already have an account");
  expect(last?.body).not.toContain("token=");
  await expect((await at(browser)).signIn({ email, password: stranger.password })).rejects.toMatchObject({
    cause: { code: "session/wrong-password" },
  });
  expect(await (await at(browser)).signIn({ email, password })).toMatchObject({ emailConfirmed: true });
});

it("takes as long for an address that has an account as for one that has none", async () => {
  const { email, token, browser } = await signedUp();
  const page = await at(browser);
  await page.confirmEmail({ token });
  for (const address of [email, newEmail()]) {
    for (const ask of [() => page.signUp(person(address)), () => page.resendConfirmation({ email: address })]) {
      const before = performance.now();
      await ask();
      expect(performance.now() - before).toBeGreaterThan(245);
    }
  }
});

it("gives an address nobody confirmed to the last who signs up with it", async () => {
  const email = newEmail();
  const squatter = await signedUp(email, testBrowser(deps, { ip: "192.0.2.66" }));
  await (await at(squatter.browser)).signIn({ email, password });
  const owner = testBrowser(deps);
  await (await at(owner)).signUp({ ...person(email), password: "the owner's own password" });
  expect(await (await at(squatter.browser)).me()).toBeNull();
  await expect((await at(owner)).confirmEmail({ token: squatter.token })).rejects.toMatchObject({
    cause: { code: "member/token-spent" },
  });
  await (await at(owner)).confirmEmail({ token: await confirmationToken(deps, email) });
  await expect((await at(squatter.browser)).signIn({ email, password })).rejects.toThrow("session/wrong-password");
  expect(await (await at(owner)).signIn({ email, password: "the owner's own password" })).toMatchObject({ email });
});

it("makes one member of two sign-ups at once", async () => {
  const email = newEmail();
  const page = await at(testBrowser(deps));
  await Promise.all([page.signUp(person(email)), page.signUp(person(email))]);
  expect(await deps.db.rows.member.count({ where: { email } })).toBe(1);
  const open = { purpose: "confirm", spentAt: null };
  const { id } = await deps.db.rows.member.findFirstOrThrow({ where: { email } });
  expect(await deps.db.rows.emailToken.count({ where: { ...open, memberId: id } })).toBe(1);
});

it("keeps accounts of two storefronts apart", async () => {
  const { email, browser, token } = await signedUp();
  await expect((await at(browser, "apimodels")).confirmEmail({ token })).rejects.toThrow("member/token-spent");
  await expect((await at(browser, "apimodels")).signIn({ email, password })).rejects.toThrow("session/wrong-password");
  expect(await (await at(browser, "apimodels")).signUp(person(email, "apimodels"))).toEqual({ sentTo: email });
  expect(await deps.db.rows.member.count({ where: { email } })).toBe(2);
});

it("takes a link once, in its time, and only the newest", async () => {
  const { email, browser, token } = await signedUp();
  expect(await (await at(browser)).resendConfirmation({ email })).toEqual({ sentTo: email });
  await expect((await at(browser)).confirmEmail({ token })).rejects.toThrow("member/token-spent");
  const newest = await confirmationToken(deps, email);
  await deps.db.query("UPDATE email_token SET expires_at = now() WHERE spent_at IS NULL", []);
  await expect((await at(browser)).confirmEmail({ token: newest })).rejects.toThrow("member/token-spent");
  await deps.db.query("UPDATE email_token SET expires_at = now() + interval '1 hour' WHERE spent_at IS NULL", []);
  await (await at(browser)).confirmEmail({ token: newest });
  await expect((await at(browser)).confirmEmail({ token: newest })).rejects.toThrow("member/token-spent");
});

it("keeps only the hash of a link's token", async () => {
  const { token } = await signedUp();
  expect(await deps.db.rows.emailToken.findUnique({ where: { id: token } })).toBeNull();
});

it("sends nothing to an address without an account, or with a confirmed one, and says the same", async () => {
  const { email, browser, token } = await signedUp();
  await (await at(browser)).confirmEmail({ token });
  const nobody = newEmail();
  expect(await (await at(browser)).resendConfirmation({ email: nobody })).toEqual({ sentTo: nobody });
  expect(await (await at(browser)).resendConfirmation({ email })).toEqual({ sentTo: email });
  expect(await mailsTo(deps, nobody)).toEqual([]);
  expect(await mailsTo(deps, email)).toHaveLength(1);
});

it("mails an address a stranger types at most five times an hour", async () => {
  const { email, browser } = await signedUp();
  const page = await at(browser);
  for (let sent = 1; sent < 5; sent += 1) await page.resendConfirmation({ email });
  await expect(page.resendConfirmation({ email })).rejects.toMatchObject({ cause: { code: "request/too-many" } });
  expect(await mailsTo(deps, email)).toHaveLength(5);
});

it("refuses whom the terms do not admit, and writes nothing", async () => {
  const page = await at(testBrowser(deps));
  const young = { ...person(newEmail()), bornOn: "2020-01-01" };
  await expect(page.signUp(young)).rejects.toMatchObject({
    cause: { code: "member/too-young", facts: { clauses: expect.stringContaining("IAI-") } },
  });
  const stale = { ...person(newEmail()), acceptedTermsVersion: "1999-01-01" };
  await expect(page.signUp(stale)).rejects.toMatchObject({ cause: { code: "member/terms-not-accepted" } });
  for (const { email } of [young, stale]) expect(await deps.db.rows.member.count({ where: { email } })).toBe(0);
});

it("refuses a birthday that no calendar has, and a password too short to stand alone", async () => {
  const page = await at(testBrowser(deps));
  await expect(page.signUp({ ...person(newEmail()), bornOn: "1990-02-31" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await expect(page.signUp({ ...person(newEmail()), password: "x".repeat(14) })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});
