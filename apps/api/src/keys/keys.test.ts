import { type MemberActor, newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { createApiKey } from "./create-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

let deps: TestDeps;
let member: MemberActor;

beforeAll(async () => {
  deps = await testDeps();
});
beforeEach(async () => {
  member = await testMember(deps, { storefront: "apimodels" });
});
afterAll(() => deps.close());

const newKey = () => createApiKey(deps, member, { requestId: newId("request"), name: "test" });

it("shows a key's secret once, and keeps only its digest", async () => {
  const { key, secret: shown } = await newKey();
  expect(shown).toMatch(/^cov_live_[\w-]{43}$/);
  expect(shown.startsWith(key.hint)).toBe(true);
  expect(key.hint.length).toBeLessThan(shown.length / 2);
  const stored = await deps.db.rows.apiKey.findUniqueOrThrow({ where: { id: key.id } });
  expect(JSON.stringify(stored)).not.toContain(shown.slice(key.hint.length));
  expect(JSON.stringify(await listApiKeys(deps, member))).not.toContain(stored.digest);
});

it("makes no second key of one request sent twice, since it could not show it", async () => {
  const request = { requestId: newId("request"), name: "twice" };
  await createApiKey(deps, member, request);
  await expect(createApiKey(deps, member, request)).rejects.toMatchObject({ code: "request/reused-key" });
  expect((await listApiKeys(deps, member)).filter(({ name }) => name === "twice")).toHaveLength(1);
});

it("lets nobody revoke another's key", async () => {
  const { key } = await newKey();
  const stranger = await testMember(deps, { storefront: "apimodels" });
  await expect(revokeApiKey(deps, stranger, key.id)).rejects.toMatchObject({ code: "thing/not-found" });
  expect((await listApiKeys(deps, member))[0]).toMatchObject({ revokedAt: null });
});
