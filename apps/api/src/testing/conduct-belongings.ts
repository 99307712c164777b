import { randomBytes } from "node:crypto";
import {
  type AccountCaseRequest,
  type CaseId,
  type GenerationId,
  type ImprintId,
  type MemberActor,
  newId,
} from "@covenant/domain";
import { imprintOf } from "@covenant/imprint";
import { makeAppeal } from "../appeals/make-appeal.ts";
import { previewAppeal } from "../appeals/preview-appeal.ts";
import { openConductCase } from "../conduct/open-conduct-case.ts";
import { previewDecision } from "../conduct/preview-decision.ts";
import { barPicture } from "../imprints/bar-picture.ts";
import { recordImprint } from "../imprints/record-imprint.ts";
import { carryOutTermination } from "../sanctions/carry-out-termination.ts";
import type { Belongings } from "./sample-inputs.ts";
import { testStaff } from "./test-people.ts";
import type { TestStudio } from "./test-studio.ts";

async function openCase(studio: TestStudio, actor: MemberActor): Promise<CaseId> {
  const generationId = await studio.request(actor, { prompt: "a standin-hate" });
  const { id } = await studio.deps.db.rows.case.findUniqueOrThrow({ where: { generationId } });
  return id as CaseId;
}

/** A case with a picture that a moderator barred. */
export async function barredPicture(
  studio: TestStudio,
  actor: MemberActor,
): Promise<Pick<Belongings, "caseId" | "imprintId" | "pictureBarId">> {
  const { db } = studio.deps;
  const caseId = await openCase(studio, actor);
  const { generationId } = await db.rows.case.findUniqueOrThrow({ where: { id: caseId } });
  const imprint = imprintOf({ width: 64, height: 64, luma: randomBytes(64 * 64) });
  await db.transaction((tx) =>
    recordImprint(tx, { ...actor, of: { withheldFrom: generationId as GenerationId }, imprint }),
  );
  const { id } = await db.rows.imprint.findFirstOrThrow({ where: { generationId }, select: { id: true } });
  const imprintId = id as ImprintId;
  const why = { category: "hate", source: "moderator", note: "A sample." } as const;
  const request = { requestId: newId("request"), caseId, imprintId, ...why };
  return { caseId, imprintId, ...(await barPicture(studio.deps, await testStaff(studio.deps), request)) };
}

/** A limit and a closing as decisions write them, and neither stops the member from anything. */
export async function sanctions(
  { deps }: TestStudio,
  { memberId, storefront }: MemberActor,
): Promise<Pick<Belongings, "limitId" | "closingId">> {
  const farDay = new Date("2096-01-01T00:00:00Z");
  const [limitId, closingId] = [newId("sanction"), newId("sanction")];
  const caseId = await openedCase({ deps }, { memberId, conduct: "upstream-policy" });
  const ids = { memberId, storefront, caseId, rulingId: newId("ruling") };
  const row = { ...ids, conduct: "evasion", clauseId: "IAI-a57", statement: "A sample.", imposedAt: deps.clock.now() };
  await deps.db.transaction(async (tx) => {
    const decision = {
      id: newId("decision"),
      caseId,
      requestId: newId("request"),
      outcome: "confirmed",
      note: "A sample.",
      at: tx.at,
    };
    await tx.rows.decision.create({ data: { ...decision, staffId: newId("staff") } });
    await tx.rows.case.update({ where: { id: caseId }, data: { state: "decided", outcome: "confirmed" } });
    await tx.rows.sanction.create({ data: { id: limitId, kind: "limit", running: 1000, endsAt: farDay, ...row } });
    await tx.rows.sanction.create({ data: { id: closingId, kind: "termination", ...row } });
    await tx.rows.termination.create({
      data: { sanctionId: closingId, memberId, effectiveAt: farDay, credits: "left" },
    });
  });
  return { limitId, closingId };
}

export async function accountCases(
  { deps }: TestStudio,
  { memberId }: MemberActor,
): Promise<Pick<Belongings, "accountCaseId" | "digest" | "emptyCaseId">> {
  const staff = await testStaff(deps, { role: "moderator" });
  const accountCaseId = await openedCase({ deps }, { memberId, conduct: "evasion" });
  const emptyCaseId = await openedCase({ deps }, { memberId, conduct: "false-details" });
  const asked = { caseId: accountCaseId, finding: "established", danger: null } as const;
  return { accountCaseId, emptyCaseId, digest: (await previewDecision(deps, staff, asked)).digest };
}

async function openedCase(
  { deps }: Pick<TestStudio, "deps">,
  about: Pick<AccountCaseRequest, "memberId" | "conduct">,
): Promise<CaseId> {
  const staff = await testStaff(deps, { role: "moderator" });
  const occurredOn = deps.clock.now().toISOString().slice(0, 10);
  const seen = { requestId: newId("request"), seen: "A sample.", occurredOn, permission: null };
  return (await openConductCase(deps, staff, { ...seen, ...about })).caseId;
}

export async function appealed(
  studio: TestStudio,
  actor: MemberActor,
): Promise<Pick<Belongings, "appealId" | "appealDigest">> {
  const about = await openCase(studio, actor);
  const { generationId } = await studio.deps.db.rows.case.findUniqueOrThrow({ where: { id: about } });
  // Whoever answers has read the prompt; one that is gone can be answered by each of the staff.
  await studio.deps.db.rows.generation.update({ where: { id: generationId ?? "" }, data: { prompt: null } });
  const request = { requestId: newId("request"), about, words: "A sample." };
  const { appealId } = await makeAppeal(studio.deps, actor, request);
  const { digest } = await previewAppeal(studio.deps, { appealId, outcome: "rejected" });
  return { appealId, appealDigest: digest };
}

/** Somebody else's account, closed by a decision. */
export async function closedAccount(studio: TestStudio): Promise<string> {
  const { deps } = studio;
  const { memberId } = await studio.member(0);
  const caseId = await openedCase(studio, { memberId, conduct: "malware" });
  const admin = await testStaff(deps, { role: "admin" });
  const closing = { caseId, memberId, storefront: "image-ai-run", rulingId: newId("ruling"), conduct: "malware" };
  const sanctionId = newId("sanction");
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const decision = {
      id: newId("decision"),
      caseId,
      requestId: newId("request"),
      outcome: "confirmed",
      note: "A sample.",
      at,
    };
    await tx.rows.decision.create({ data: { ...decision, staffId: admin.staffId } });
    await tx.rows.case.update({
      where: { id: caseId },
      data: { state: "decided", outcome: "confirmed", decidedAt: at },
    });
    const words = { clauseId: "IAI-11.1", statement: "A sample.", imposedAt: at };
    await tx.rows.sanction.create({ data: { id: sanctionId, kind: "termination", ...closing, ...words } });
    await tx.rows.termination.create({ data: { sanctionId, memberId, effectiveAt: at, credits: "left" } });
    await carryOutTermination(tx, admin, { sanctionId, at });
  });
  const { email } = await deps.db.rows.member.findUniqueOrThrow({ where: { id: memberId } });
  return email;
}
