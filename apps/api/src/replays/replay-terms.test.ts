import { type Clock, fixedClock, type GenerationId, type MemberId, newId } from "@covenant/domain";
import { type Ruling, ruleOnSettlement, type SettlementQuestion } from "@covenant/policy";
import { afterAll, beforeAll, expect, it } from "vitest";
import { recordRuling } from "../rulings/record-ruling.ts";
import { plantArtifact } from "../testing/plant-artifact.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { listStoredRulings } from "./list-stored-rulings.ts";
import { replayTerms } from "./replay-terms.ts";

let deps: TestDeps;
const storefront = "image-ai-run";
const clock: Clock = fixedClock(new Date());
/** The announced terms, under which one sure check alone keeps no credits. */
const version = "2027-03-15";

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

const blocked = (standing: SettlementQuestion["standing"]): SettlementQuestion => ({
  storefront,
  at: new Date("2026-11-01T10:00:00Z"),
  reason: "prompt-blocked",
  standing,
  category: "sexual",
  delivered: 0,
  requested: 1,
});

async function store(ruling: Ruling<unknown>, facts: object, of: { memberId: MemberId; generationId?: GenerationId }) {
  return deps.db.transaction((tx) => recordRuling(tx, { storefront, ...of }, ruling, facts));
}

it("finds in the stored rulings who would have been treated differently, by clause, with credits and examples", async () => {
  const before = await replayTerms({ db: deps.db, clock }, { storefront, version, days: 90 });
  expect(before).toMatchObject({ flipped: 0, unreplayed: 0 });
  const { memberId, generationId } = await plantArtifact(deps);
  const [suspected, proven] = [blocked("suspected"), blocked("established")];
  const flipping = await store(ruleOnSettlement(suspected), suspected, { memberId, generationId });
  await store(ruleOnSettlement(proven), proven, { memberId, generationId });
  const broken = await store(ruleOnSettlement(proven), { storefront }, { memberId });

  const replay = await replayTerms({ db: deps.db, clock }, { storefront, version, days: 90 });
  expect(replay).toMatchObject({ read: before.read + 3, same: before.same + 1, flipped: 1, unreplayed: 1, members: 1 });
  // The planted generation cost four credits.
  expect(replay).toMatchObject({ creditsMore: 4, creditsFewer: 0 });
  expect(replay.flips).toMatchObject([
    {
      question: "settlement",
      before: { outcome: "under review", clauses: ["IAI-i1"] },
      after: { outcome: "released" },
      examples: [{ id: flipping, memberId, generationId }],
    },
  ]);
  expect(replay.notReplayed).toMatchObject([{ rulings: 1, examples: [{ id: broken }] }]);
});

it("reads every ruling once, however many pages they fill, and none before its days", async () => {
  const facts = blocked("none");
  const ruling = ruleOnSettlement(facts);
  const memberId = newId("member");
  await deps.db.query(
    `INSERT INTO ruling (id, question, storefront, member_id, outcome, answer, clauses, overridden, terms_version, facts,
       member_explanation, staff_explanation, at)
     SELECT 'rul_' || lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || lpad(to_hex(n), 20, '0'), $1,
       'modelmyimage', $2, 'released', '{}', '[]', '{}', '2026-03-01', '{}', '', '', now() FROM generate_series(1, 2500) n`,
    [ruling.question, memberId],
  );
  const since = new Date(Date.now() - 60_000);
  const ids: string[] = [];
  const pages = [];
  for await (const page of listStoredRulings(deps.db, { storefront: "modelmyimage", since })) {
    pages.push(page.length);
    ids.push(...page.map(({ id }) => id));
  }
  expect(pages).toEqual([1000, 1000, 500]);
  expect(new Set(ids).size).toBe(2500);
  const later = listStoredRulings(deps.db, { storefront: "modelmyimage", since: new Date(Date.now() + 60_000) });
  expect((await later.next()).value).toEqual([]);
});

it("has an answer to every question that rulings are stored on, so that no other one is stored", async () => {
  const ruling = { ...ruleOnSettlement(blocked("none")), question: "liabilityCap" } as const;
  const stored = store(ruling, blocked("none"), { memberId: newId("member") });
  await expect(stored).rejects.toThrow("rulings on liabilityCap are not stored");
});

it("says that there is no such version", async () => {
  const question = { storefront, version: "1999-01-01", days: 90 } as const;
  await expect(replayTerms({ db: deps.db, clock }, question)).rejects.toThrow("thing/not-found");
});
