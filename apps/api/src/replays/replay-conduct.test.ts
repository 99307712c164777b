import { afterAll, beforeAll, expect, it } from "vitest";
import { testConduct } from "../testing/test-conduct.ts";
import { replayTerms } from "./replay-terms.ts";

let stage: Awaited<ReturnType<typeof testConduct>>;

beforeAll(async () => {
  stage = await testConduct();
});
afterAll(() => stage.studio.deps.close());

/** A replay under the terms in force, with the questions that rulings are stored on. */
async function replayed(version = "2026-05-21") {
  const { db } = stage.studio.deps;
  // The database says when a ruling was stored.
  const clock = { now: () => new Date() };
  const replay = await replayTerms({ db, clock }, { storefront: "image-ai-run", version, days: 90 });
  const stored = await db.query<{ question: string }>(
    "SELECT DISTINCT question || CASE WHEN facts ? 'source' THEN ' by pattern' ELSE '' END AS question FROM ruling",
    [],
  );
  return { replay, questions: stored.map(({ question }) => question) };
}

it("asks again every ruling of a pattern, of a case that suspends and of one that closes an account", async () => {
  for (let blocked = 0; blocked < 5; blocked += 1)
    await stage.studio.request(stage.member, { prompt: "a standin-hate in the rain" });
  await stage.next();
  await stage.strikes(2);
  await stage.confirmed(await stage.opened("evasion"));
  await stage.next();
  await stage.strikes(9);
  await stage.confirmed(await stage.opened("fraud"));

  const { replay, questions } = await replayed();
  expect(questions).toEqual(
    expect.arrayContaining(["conduct", "conduct by pattern", "ladder", "suspensionNotice", "termination"]),
  );
  expect(replay.notReplayed).toEqual([]);
  expect(replay).toMatchObject({ flipped: 0, unreplayed: 0, same: replay.read });
});
