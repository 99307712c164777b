import { getBalance } from "@covenant/db";
import { after, duration, type GenerationId, type MemberActor } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmDownload } from "../artifacts/confirm-download.ts";
import { plantArtifact } from "../testing/plant-artifact.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { runAttempt } from "./run-attempt.ts";

let studio: TestStudio;
beforeAll(async () => {
  studio = await testStudio();
  studio.provider.onSubmit(() => ({
    kind: "refused",
    refusal: { class: "policy-input", category: "hate", stage: "submit", detail: "scripted", retryAfterSeconds: null },
  }));
});
afterAll(() => studio.deps.close());

const newTerms = new Date("2027-03-15T00:00:00Z");

/** A picture that the upstream refuses with a category: one sure voice. */
async function refused(requestedAt: Date, endedAt: Date): Promise<{ actor: MemberActor; generationId: GenerationId }> {
  studio.deps.clock.set(requestedAt);
  const actor = await studio.member();
  const generationId = await studio.request(actor);
  studio.deps.clock.set(endedAt);
  await runAttempt(studio.deps, { generationId });
  return { actor, generationId };
}

async function trailOf(generationId: GenerationId) {
  const { rows } = studio.deps.db;
  const [strike, rulings] = await Promise.all([
    rows.strike.findUniqueOrThrow({ where: { generationId } }),
    rows.ruling.findMany({ where: { generationId }, orderBy: { question: "asc" } }),
  ]);
  return { strike, rulings: rulings.map(({ question, outcome, termsVersion }) => [question, outcome, termsVersion]) };
}

it("keeps the credits of one sure voice aside under the terms of the request, also when it ends under the next", async () => {
  const endedAt = after(newTerms, duration.seconds(20));
  const { actor, generationId } = await refused(after(newTerms, -duration.seconds(20)), endedAt);
  const { strike, rulings } = await trailOf(generationId);
  expect(rulings).toEqual([
    ["promptScreening", "blocked", "2026-05-21"],
    ["sanction", "strike pending", "2026-05-21"],
    ["settlement", "under review", "2026-05-21"],
  ]);
  expect(strike.expiresAt).toEqual(after(endedAt, duration.days(180)));
  expect((await getBalance(studio.deps.db, actor.memberId)).held).toBeGreaterThan(0);
});

it("gives them back at once for a request made under the next, and the strike waits all the same", async () => {
  const endedAt = after(newTerms, duration.seconds(20));
  const { actor, generationId } = await refused(newTerms, endedAt);
  const { strike, rulings } = await trailOf(generationId);
  expect(rulings).toEqual([
    ["promptScreening", "blocked", "2027-03-15"],
    ["sanction", "strike pending", "2027-03-15"],
    ["settlement", "released", "2027-03-15"],
  ]);
  expect(strike.expiresAt).toEqual(after(endedAt, duration.days(120)));
  expect(await getBalance(studio.deps.db, actor.memberId)).toMatchObject({ available: 100, held: 0 });
});

it("keeps a file as long as the terms of its first day say, whenever it is downloaded", async () => {
  const made = new Date("2027-02-14T23:50:00Z");
  const { artifactId } = await plantArtifact(studio.deps, { storefront: "modelmyimage" });
  await studio.deps.db.query("UPDATE artifact SET created_at = $2::timestamptz WHERE id = $1", [artifactId, made]);
  studio.deps.clock.set(after(made, duration.minutes(45)));
  await confirmDownload(studio.deps, artifactId);
  const { keepUntil } = await studio.deps.db.rows.artifact.findUniqueOrThrow({ where: { id: artifactId } });
  expect(keepUntil).toEqual(after(made, duration.minutes(55)));
});
