import { storefrontIds } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testBrowser } from "../testing/test-request.ts";
import { termsRouter } from "./terms-router.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

it("shows anybody each storefront, with the version of the terms a new member accepts", async () => {
  for (const id of storefrontIds) {
    const page = termsRouter.createCaller(await testBrowser(deps).atStorefront(id));
    const storefront = await page.storefront();
    const documents = await page.documents();
    expect(storefront).toMatchObject({ id, demo: true });
    expect(documents.map((document) => document.path)).toContain("/legal/terms");
    for (const { termsVersion } of documents) expect(termsVersion).toBe(storefront.termsVersion);
  }
});

it("gives every clause an anchor of its own on its page", async () => {
  const page = termsRouter.createCaller(await testBrowser(deps).atStorefront("image-ai-run"));
  const documents = await page.documents();
  const clauses = documents.flatMap((document) => document.clauses.map((clause) => ({ document, clause })));
  expect(clauses.length).toBeGreaterThan(20);
  expect(new Set(clauses.map(({ clause }) => clause.path)).size).toBe(clauses.length);
  for (const { document, clause } of clauses) expect(clause.path).toBe(`${document.path}#${clause.id}`);
});
