import type { MemberActor } from "@covenant/domain";
import { newId } from "@covenant/domain";
import { patternMeasure } from "@covenant/policy";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { dismissAccountCase } from "../conduct/decide-account-case.ts";
import { decideCase } from "../decisions/decide-case.ts";
import { countMemberTry } from "../limits/count-member-try.ts";
import { testStaff } from "../testing/test-people.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { sweepRefusals } from "./sweep-refusals.ts";

let studio: TestStudio;
let member: MemberActor;
const prompt = "a standin-hate in the rain";

beforeAll(async () => {
  studio = await testStudio();
});
beforeEach(async () => {
  member = await studio.member();
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const { atLeast } = patternMeasure("image-ai-run", new Date("2026-11-21T12:00:00Z"), "blocked");
const block = () => studio.request(member, { prompt });
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const cases = () =>
  studio.deps.db.rows.case.findMany({ where: { memberId: member.memberId, kind: "account" }, orderBy: { id: "asc" } });
const moderator = () => testStaff(studio.deps, { role: "moderator" });

it("opens one case at the number the clause names, by its ruling, and adds what comes while it is open", async () => {
  for (const _ of times(atLeast - 1)) await block();
  expect(await cases()).toEqual([]);
  await block();
  const [opened] = await cases();
  expect(opened).toMatchObject({
    state: "open",
    facts: { conduct: "repeated-breaches", openedBy: "rule", attempts: 5 },
  });
  const ruling = await studio.deps.db.rows.ruling.findFirstOrThrow({ where: { caseId: opened?.id ?? "" } });
  expect(ruling).toMatchObject({ question: "conduct", outcome: "looked at by a person", facts: { count: atLeast } });
  await block();
  expect(await cases()).toMatchObject([{ id: opened?.id, facts: { attempts: atLeast + 1 } }]);
});

it("opens one case of requests that are stopped at once, and counts every one of them", async () => {
  // Without a balance there is no hold, and so no wallet that would keep them one after another.
  for (const balance of [100, 0, 100]) {
    member = await studio.member(balance);
    await Promise.all(times(8).map(block));
    expect(await cases()).toMatchObject([{ facts: { attempts: 8 } }]);
  }
}, 60_000);

it("counts no request whose flag was found wrong", async () => {
  for (const _ of times(atLeast - 1)) await block();
  const [wrong] = await studio.deps.db.rows.case.findMany({ where: { memberId: member.memberId } });
  const request = { requestId: newId("request"), outcome: "overturned", note: "Harmless." } as const;
  await decideCase(studio.deps, await moderator(), { ...request, caseId: wrong?.id as never });
  await block();
  expect(await cases()).toEqual([]);
  await block();
  expect(await cases()).toHaveLength(1);
});

it("counts anew once a person has decided", async () => {
  for (const _ of times(atLeast)) await block();
  const [first] = await cases();
  const request = { requestId: newId("request"), caseId: first?.id as never, note: "A misunderstanding." };
  await dismissAccountCase(studio.deps, await moderator(), request);
  studio.deps.clock.advance(1);
  for (const _ of times(atLeast - 1)) await block();
  expect(await cases()).toHaveLength(1);
  await block();
  expect(await cases()).toMatchObject([{ outcome: "dismissed" }, { state: "open", facts: { attempts: atLeast } }]);
});

it("looks at who is refused by limits again and again, once, and at nobody before", async () => {
  const { deps } = studio;
  const refusals = patternMeasure("image-ai-run", deps.clock.now(), "refused").atLeast;
  const rate = { key: `test:${member.memberId}`, rate: { most: 1, seconds: 86_400 } };
  const attempt = () => countMemberTry(deps.db, member.memberId, rate).catch(() => "refused");
  for (let batch = 0; batch < refusals / 20; batch += 1) await Promise.all(times(20).map(attempt));
  await sweepRefusals(deps);
  expect(await cases()).toEqual([]);
  expect(await attempt()).toBe("refused");
  await Promise.all([sweepRefusals(deps), sweepRefusals(deps)]);
  expect(await cases()).toMatchObject([{ facts: { conduct: "evasion", openedBy: "rule", attempts: refusals } }]);
});
