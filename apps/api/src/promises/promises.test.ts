import { after, duration, type GenerationId, newId, storefrontIds } from "@covenant/domain";
import { entries, keptDays, ruleOnAppeal, technical } from "@covenant/policy";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { purgeFile } from "../artifacts/purge-file.ts";
import { preserve } from "../preservations/preserve.ts";
import { plantArtifact } from "../testing/plant-artifact.ts";
import { plantUpload } from "../testing/plant-upload.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { sweep } from "../upkeep/sweep.ts";
import { findBroken } from "./find-broken.ts";
import { type PromiseName, promises, watchedElsewhere } from "./promises.ts";

let deps: TestDeps;
beforeAll(async () => {
  deps = await testDeps();
});
beforeEach(() => sweep(deps));
afterAll(() => deps.close());

const ago = (days: number) => after(deps.clock.now(), -duration.days(days) - duration.hours(1));
const operator = { kind: "system", part: "operator" } as const;

async function broken(): Promise<string[]> {
  const found: string[] = [];
  for await (const { kind, id } of findBroken(deps)) found.push(`${kind} ${id}`);
  return found;
}

/** How each promise is broken; answers the id it is then named by. */
const breaks: Record<PromiseName, () => Promise<string>> = {
  prompt: async () => (await plantArtifact(deps, { promptKeepUntil: ago(0) })).generationId,
  "history entry": async () => {
    const planted = await plantArtifact(deps, { entryKeepUntil: ago(0) });
    await purgeFile(deps, { kind: "artifact", id: planted.artifactId, cause: "member-request" });
    return planted.generationId;
  },
  tombstone: async () => {
    const member = { kind: "member", memberId: newId("member"), storefront: "modelmyimage" } as const;
    const id = await plantUpload(deps, member);
    await purgeFile(deps, { kind: "upload", id, cause: "member-request" });
    await deps.db.rows.upload.update({ where: { id }, data: { bytesDeletedAt: ago(keptDays.tombstone) } });
    return id;
  },
  "ended account": async () => {
    const { memberId } = await plantOfMember();
    await deps.db.rows.member.update({ where: { id: memberId }, data: { closedAt: ago(keptDays.closedAccount) } });
    return memberId;
  },
  call: () => plantCall(newId("member")),
  session: async () => {
    const { memberId } = await testMember(deps);
    const [createdAt, expiresAt] = [ago(2), ago(1)];
    const id = "5e".repeat(32);
    await deps.db.rows.memberSession.create({
      data: { id, memberId, createdAt, expiresAt, absoluteExpiresAt: expiresAt },
    });
    return id.slice(0, 12);
  },
  "mailed link": async () => {
    const id = "11".repeat(32);
    const expiresAt = ago(keptDays.mailedLink);
    const data = { id, memberId: newId("member"), purpose: "reset", createdAt: expiresAt, expiresAt };
    await deps.db.rows.emailToken.create({ data });
    return id.slice(0, 12);
  },
  "mail text": async () => {
    const data = { id: newId("mail"), recipient: "ada@example.com", subject: "Hello", body: "A link" };
    await deps.db.rows.mail.create({ data: { ...data, createdAt: ago(keptDays.unsentMail) } });
    return data.id;
  },
  tries: async () => {
    await deps.db.rows.rateWindow.create({ data: { key: "try:1.2.3.4", windowStart: ago(keptDays.tries), count: 3 } });
    return "";
  },
};

/** A delivered generation of somebody who has an account, kept for as long as they have it. */
async function plantOfMember() {
  const { memberId } = await testMember(deps);
  const { generationId, artifactId } = await plantArtifact(deps);
  await deps.db.rows.generation.update({ where: { id: generationId }, data: { memberId } });
  await deps.db.rows.artifact.update({ where: { id: artifactId }, data: { memberId } });
  return { memberId, generationId, artifactId };
}

/** An appeal that nobody has answered. */
async function plantAppeal(memberId: string, caseId: string): Promise<void> {
  const [storefront, at] = ["image-ai-run", deps.clock.now()];
  await deps.db.rows.case.create({
    data: {
      id: caseId,
      kind: "account",
      storefront,
      memberId,
      state: "decided",
      creditsUnderReview: 0,
      signals: [],
      openedAt: at,
    },
  });
  const when = { toldAt: at, openUntil: after(at, duration.days(184)), receivedAt: at, dueAt: at };
  const by = { requestId: newId("request"), rulingId: newId("ruling"), words: "No.", state: "received" };
  await deps.db.rows.appeal.create({ data: { id: newId("appeal"), storefront, memberId, caseId, ...by, ...when } });
}

async function plantCall(memberId: string, generationId: GenerationId = newId("generation")): Promise<string> {
  const id = newId("call");
  const data = { id, storefront: "apimodels", memberId, apiKeyId: newId("apiKey"), requestId: "r", route: "POST /v1" };
  const answer = { status: 200, isReplay: false, durationMs: 1, generationId, at: ago(2), keepUntil: ago(1) };
  await deps.db.rows.programCall.create({ data: { ...data, ...answer } });
  return id;
}

describe("a promise that is broken", () => {
  it.each(Object.entries(breaks))("is named, and kept by the sweep: %s", async (name, breakIt) => {
    expect(await broken()).toEqual([]);
    const id = await breakIt();
    const named = await broken();
    expect(named).toHaveLength(1);
    expect(named[0]).toContain(`${name} ${id}`);
    await sweep(deps);
    // What it gave an end to goes with the sweep that comes next.
    await sweep(deps);
    expect(await broken()).toEqual([]);
  });

  it("names no address and no account", async () => {
    await breaks.tries();
    expect((await broken()).join()).not.toContain("1.2.3.4");
  });

  it("is none where a preservation stands, whose records stay", async () => {
    const planted = await plantArtifact(deps, { promptKeepUntil: ago(0), entryKeepUntil: ago(0), keepUntil: ago(0) });
    const { memberId, generationId } = planted;
    await preserve(deps, operator, { on: generationId, reason: "litigation", note: "case" });
    const call = await plantCall(memberId, generationId);
    expect(await broken()).toEqual([]);
    await sweep(deps);
    expect(await deps.db.rows.generation.findUnique({ where: { id: generationId } })).toMatchObject({
      prompt: "a lighthouse",
    });
    expect(await deps.db.rows.programCall.findUnique({ where: { id: call } })).not.toBeNull();
  });
});

describe("an account that has ended", () => {
  it("takes along all that was kept until then, and not while its closing is being appealed", async () => {
    const { memberId, generationId, artifactId } = await plantOfMember();
    await deps.db.rows.member.update({ where: { id: memberId }, data: { closedAt: ago(keptDays.closedAccount) } });
    const caseId = newId("case");
    await plantAppeal(memberId, caseId);
    await sweep(deps);
    expect(await deps.keys.find(artifactId)).not.toBeNull();
    await deps.db.rows.appeal.updateMany({ where: { caseId }, data: { state: "decided" } });
    await sweep(deps);
    await sweep(deps);
    expect(await deps.keys.find(artifactId)).toBeNull();
    expect(await deps.db.rows.generation.findUnique({ where: { id: generationId } })).toBeNull();
  });

  it("has ended only when no storefront's terms let its closing be appealed any more", () => {
    const at = deps.clock.now();
    for (const storefront of storefrontIds) {
      const { outcome } = ruleOnAppeal({ storefront, at, appealed: false });
      if (outcome.appeal !== "open") throw new Error("a decision cannot be appealed");
      expect(after(at, duration.days(keptDays.closedAccount)).getTime()).toBeGreaterThan(outcome.until.getTime());
    }
  });
});

describe("the register of what is stored", () => {
  const tableOf = (column: string) => column.replace(/\.[^.]+$/, "");
  const watched = new Set<string>(Object.values(promises).flatMap(({ tables }) => [...tables]));
  const isWatched = (table: string) => watched.has(table) || table in watchedElsewhere;

  it("gives nothing an end that nobody watches", () => {
    const ending = entries.filter(({ kept }) => kept.by !== "clause").flatMap(({ columns }) => columns.map(tableOf));
    expect([...new Set(ending)].filter((table) => !isWatched(table))).toEqual([]);
  });

  it("has no column that dates an end in a table that nobody watches", () => {
    const all = [...entries, ...technical].flatMap(({ columns }) => columns);
    const dated = all.filter((column) => /keep_until$/.test(column)).map(tableOf);
    expect(dated.length).toBeGreaterThan(4);
    expect(dated.filter((table) => !isWatched(table))).toEqual([]);
  });

  it("knows every table that is said to be watched", () => {
    const known = new Set([...entries, ...technical].flatMap(({ columns }) => columns.map(tableOf)));
    expect([...watched, ...Object.keys(watchedElsewhere)].filter((table) => !known.has(table))).toEqual([]);
  });
});
