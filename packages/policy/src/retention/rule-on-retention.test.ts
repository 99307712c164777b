import { describe, expect, it } from "vitest";
import { packs } from "../packs/packs.ts";
import { retentionSubjects } from "./facts.ts";
import { type RetentionQuestion, ruleOnRetention } from "./rule-on-retention.ts";

const createdAt = new Date("2026-11-21T12:00:00.000Z");
const ruled = (question: Pick<RetentionQuestion, "storefront" | "subject"> & { downloaded?: string }) =>
  ruleOnRetention({
    storefront: question.storefront,
    at: createdAt,
    subject: question.subject,
    createdAt,
    firstDownloadConfirmedAt: question.downloaded ? new Date(question.downloaded) : null,
    preservedAt: null,
  });

describe("ModelMyImage", () => {
  it.each([
    ["never downloaded", undefined, "2026-11-21T13:00:00.000Z"],
    ["downloaded at once", "2026-11-21T12:00:00.000Z", "2026-11-21T12:10:00.000Z"],
    ["downloaded just before the window's last ten minutes", "2026-11-21T12:49:59.999Z", "2026-11-21T12:59:59.999Z"],
    ["downloaded late in the window", "2026-11-21T12:55:00.000Z", "2026-11-21T13:00:00.000Z"],
  ])("hands a file over and forgets it: %s", (_, downloaded, keepUntil) => {
    for (const subject of ["artifact", "upload", "prompt"] as const) {
      const ruling = ruled({ storefront: "modelmyimage", subject, ...(downloaded ? { downloaded } : {}) });
      expect(ruling.outcome).toEqual({ keeps: false, keepUntil: new Date(keepUntil) });
      expect(ruling.clauses.map(({ id }) => id)).toContain("MMI-i2");
    }
  });

  it("keeps a history entry for sixty days", () => {
    const { outcome } = ruled({ storefront: "modelmyimage", subject: "history-entry" });
    expect(outcome).toEqual({ keeps: true, keepUntil: new Date("2027-01-20T12:00:00.000Z") });
  });
});

it("deletes uploads after three days at apimodels.app and keeps results", () => {
  const { outcome } = ruled({ storefront: "apimodels", subject: "upload" });
  expect(outcome).toEqual({ keeps: true, keepUntil: new Date("2026-11-24T12:00:00.000Z") });
  for (const subject of ["artifact", "call-record"] as const) {
    expect(ruled({ storefront: "apimodels", subject }).outcome).toEqual({ keeps: true, keepUntil: null });
  }
});

it.each([
  ["modelmyimage", "2027-02-15", "artifact", "2027-02-15T00:30:00.000Z"],
  ["apimodels", "2027-03-01", "upload", "2027-03-03T00:00:00.000Z"],
] as const)("lets files of %s go sooner under the terms of %s", (storefront, version, subject, keepUntil) => {
  const at = new Date(`${version}T00:00:00Z`);
  const { outcome } = ruleOnRetention({
    storefront,
    at,
    subject,
    createdAt: at,
    firstDownloadConfirmedAt: null,
    preservedAt: null,
  });
  expect(outcome.keepUntil).toEqual(new Date(keepUntil));
});

it("keeps prompts, references and pictures at Image-AI.run", () => {
  for (const subject of ["prompt", "upload", "artifact", "history-entry"] as const) {
    expect(ruled({ storefront: "image-ai-run", subject }).outcome).toEqual({ keeps: true, keepUntil: null });
  }
});

it("names an end for whatever is not kept", () => {
  for (const { storefront, startsAt: at } of Object.values(packs).flatMap(({ versions }) => versions)) {
    for (const subject of retentionSubjects) {
      const facts = { storefront, at, subject, createdAt: at, firstDownloadConfirmedAt: null, preservedAt: null };
      const { keeps, keepUntil } = ruleOnRetention(facts).outcome;
      expect(keeps || keepUntil !== null).toBe(true);
    }
  }
});
