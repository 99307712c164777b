import { fixedClock, storefrontIds } from "@covenant/domain";
import { ruleOnSettlement } from "@covenant/policy";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seedCatalogue } from "../seed/catalogue.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testBrowser } from "../testing/test-request.ts";
import { listPagesOfVersion } from "./list-legal-pages.ts";
import { listVersions } from "./list-versions.ts";
import { termsRouter } from "./terms-router.ts";
import { viewDifference } from "./view-difference.ts";
import { viewStorefront } from "./view-storefront.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
  // While the next terms are announced and not in force.
  deps.clock.set("2026-11-21T12:00:00Z");
});
afterAll(() => deps.close());

it("shows anybody each storefront, with the version of the terms a new member accepts", async () => {
  for (const id of storefrontIds) {
    const page = termsRouter.createCaller(await testBrowser(deps).atStorefront(id));
    const storefront = await page.storefront();
    const documents = await page.documents();
    expect(storefront).toMatchObject({ id, demo: true });
    expect(documents.map((document) => document.path)).toContain(`/legal/terms/${storefront.termsVersion}`);
    for (const { termsVersion } of documents) expect(termsVersion).toBe(storefront.termsVersion);
  }
});

it("tells anybody what is stored and who receives it, and takes in a model's maker as soon as its row is there", async () => {
  await seedCatalogue(deps);
  const page = termsRouter.createCaller(await testBrowser(deps).atStorefront("apimodels"));
  const { stored, recipients } = await page.inventory();
  expect(stored.find(({ id }) => id === "uploads")).toMatchObject({ howLong: "3 days." });
  expect(recipients.map(({ id }) => id)).toContain("alipay");
  const makers = async () => (await page.inventory()).recipients.find(({ id }) => id === "model-makers")?.name;
  expect(await makers()).toContain("Google");
  await deps.db.query("UPDATE model SET maker = 'Lighthouse' WHERE maker = 'Google'", []);
  expect(await makers()).toContain("Lighthouse");
});

it("tells how long things stay by the rules of the version that is asked for", async () => {
  const uploadsAt = async (version?: string) => {
    const page = termsRouter.createCaller(await testBrowser(deps).atStorefront("apimodels"));
    const { stored } = await page.inventory(version === undefined ? undefined : { version });
    return stored.find(({ id }) => id === "uploads")?.howLong;
  };
  expect([await uploadsAt(), await uploadsAt("2026-06-06"), await uploadsAt("2027-03-01")]).toEqual([
    "3 days.",
    "3 days.",
    "2 days.",
  ]);
  await expect(uploadsAt("2020-01-01")).rejects.toMatchObject({ cause: { code: "thing/not-found" } });
});

it("gives every clause an anchor of its own on its page", async () => {
  const page = termsRouter.createCaller(await testBrowser(deps).atStorefront("image-ai-run"));
  const documents = await page.documents();
  const clauses = documents.flatMap((document) => document.clauses.map((clause) => ({ document, clause })));
  expect(clauses.length).toBeGreaterThan(20);
  expect(new Set(clauses.map(({ clause }) => clause.path)).size).toBe(clauses.length);
  for (const { document, clause } of clauses) expect(clause.path).toBe(`${document.path}#${clause.id}`);
});

it("shows each published version under addresses of its own, and none before it is announced", async () => {
  for (const id of storefrontIds) {
    const page = termsRouter.createCaller(await testBrowser(deps).atStorefront(id));
    const { termsVersion, announcedTerms } = await page.storefront();
    const [announced, inForce] = await page.versions();
    expect([announced?.state, inForce?.state]).toEqual(["announced", "in-force"]);
    expect([announced?.version, inForce?.version]).toEqual([announcedTerms?.version, termsVersion]);
    expect(inForce?.endsOn).toBe(announced?.version);
    const pages = await page.version({ version: announcedTerms?.version ?? "" });
    expect(pages).toHaveLength(5);
    for (const { path, termsVersion } of pages) expect(path.endsWith(`/${termsVersion}`)).toBe(true);
    await expect(page.version({ version: "2020-01-01" })).rejects.toMatchObject({ cause: { code: "thing/not-found" } });
    const before = announced?.announcedOn ?? "";
    const early = { ...deps, clock: { now: () => new Date(new Date(`${before}T00:00:00Z`).getTime() - 1) } };
    expect(listVersions(early, id).map(({ state }) => state)).toEqual(["in-force"]);
    expect(viewStorefront(early, id).announcedTerms).toBeNull();
    expect(() => listPagesOfVersion(early, id, announced?.version ?? "")).toThrow("thing/not-found");
    expect(() => viewDifference(early, id, announced?.version ?? "")).toThrow("thing/not-found");
  }
});

it("goes on showing a version once a later one is in force, and every ruling made under it links there", async () => {
  const later = { ...deps, clock: fixedClock("2027-04-01T12:00:00Z") };
  for (const id of storefrontIds) {
    const [inForce, earlier, ...others] = listVersions(later, id);
    expect(others).toEqual([]);
    expect([inForce?.state, earlier?.state]).toEqual(["in-force", "earlier"]);
    expect(earlier?.endsOn).toBe(inForce?.version);
    expect(viewStorefront(later, id)).toMatchObject({ termsVersion: inForce?.version, announcedTerms: null });
    const version = earlier?.version ?? "";
    const anchors = listPagesOfVersion(later, id, version).flatMap(({ clauses }) => clauses.map(({ path }) => path));
    const made = { reason: "delivered", standing: "none", category: null, delivered: 1, requested: 1 } as const;
    const at = new Date("2026-11-21T12:00:00Z");
    for (const { path, termsVersion } of ruleOnSettlement({ storefront: id, at, ...made }).clauses) {
      expect(termsVersion).toBe(version);
      expect(anchors).toContain(path);
    }
    expect(viewDifference(later, id, inForce?.version ?? "")).toMatchObject({ from: version, to: inForce?.version });
  }
});

it("shows what the announced version changes, word by word, and why it matters", async () => {
  const page = termsRouter.createCaller(await testBrowser(deps).atStorefront("image-ai-run"));
  const { from, to, weight, changes } = await page.difference({ version: "2027-03-15" });
  expect([from, to, weight]).toEqual(["2026-05-21", "2027-03-15", "material"]);
  expect(changes.map(({ after }) => after?.id).toSorted()).toEqual(["IAI-a3", "IAI-i1"]);
  const strikes = changes.find(({ after }) => after?.id === "IAI-a3");
  expect(strikes?.text.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "180" },
    { kind: "added", text: "120" },
  ]);
  expect(strikes?.matters).toContain("two months sooner");
  expect(strikes?.before?.path).toBe("/legal/acceptable-use/2026-05-21#IAI-a3");
  expect(strikes?.after?.path).toBe("/legal/acceptable-use/2027-03-15#IAI-a3");
  for (const { text, before, after } of changes) {
    const reading = (kind: string) => text.filter((part) => part.kind !== kind).map((part) => part.text);
    expect(reading("added").join("")).toBe(before?.text);
    expect(reading("removed").join("")).toBe(after?.text);
  }
  const { changes: elsewhere } = viewDifference(deps, "apimodels", "2027-03-01");
  const titles = elsewhere.map(({ title }) => title.filter(({ kind }) => kind !== "same").map(({ text }) => text));
  expect(titles).toContainEqual(["three", "two"]);
  await expect(page.difference({ version: "2026-05-21" })).rejects.toMatchObject({
    cause: { code: "thing/not-found" },
  });
});
