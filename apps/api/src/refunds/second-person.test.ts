import { auditLedger, getBalance } from "@covenant/db";
import {
  after,
  duration,
  type MemberActor,
  newId,
  type OrderId,
  type ProposalId,
  type StaffActor,
} from "@covenant/domain";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import { readOverview } from "../overview/read-overview.ts";
import { declineProposal } from "../proposals/decline-proposal.ts";
import { listProposals } from "../proposals/list-proposals.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { type ScriptedPayments, scriptedPayments } from "../testing/scripted-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testStaff } from "../testing/test-people.ts";
import { approveRefund, previewProposed } from "./approve-refund.ts";
import { listRefunds } from "./list-refunds.ts";
import { previewRefund } from "./preview-refund.ts";
import { proposeRefund } from "./propose-refund.ts";
import { refundOrder } from "./refund-order.ts";

let deps: TestDeps;
let payments: ScriptedPayments;
let one: StaffActor;
let other: StaffActor;
let member: MemberActor;
let orderId: OrderId;

beforeAll(async () => {
  payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
  deps = await testDeps({ payments });
  await seedCatalogue(deps);
  const person = async (): Promise<StaffActor> => ({
    kind: "staff",
    staffId: (await testStaff(deps, { role: "support" })).staffId,
    roles: ["support"],
  });
  [one, other] = [await person(), await person()];
});
beforeEach(async () => {
  member = await testMember(deps, { storefront: "image-ai-run" });
  orderId = await paid();
});
afterAll(async () => {
  expect(await auditLedger(deps.db)).toEqual([]);
  await deps.close();
});

/** A paid order of the largest pack, which one person may not give back. */
async function paid(): Promise<OrderId> {
  const pack = await deps.db.rows.pack.findFirstOrThrow({
    where: { storefront: "image-ai-run" },
    orderBy: { amountMinor: "desc" },
  });
  expect(pack.amountMinor).toBeGreaterThan(5_000);
  const asked = { requestId: newId("request"), packId: pack.id, method: "card", asksToStart: true } as const;
  const order = await placeOrder(deps, member, asked);
  payments.say(order.id, { kind: "paid", paymentIntentId: `pi_${order.id}`, amount: order.price });
  await settleOrder(deps, { orderId: order.id });
  return order.id;
}

async function request() {
  const question = { orderId, ground: "billing-error", chosen: null } as const;
  const { moves, needsApproval } = await previewRefund(deps, question);
  expect(needsApproval).toBe(true);
  return { ...question, requestId: newId("request"), note: "Wrong price.", expected: moves };
}

const propose = async () => (await proposeRefund(deps, one, await request())).proposalId;
const openOf = async (subject: string) => (await listProposals(deps, { subject })).rows;
const refunds = () => deps.db.rows.refund.findMany({ where: { orderId } });

it("gives nobody so much alone, and moves nothing before somebody else has approved", async () => {
  await expect(refundOrder(deps, one, await request())).rejects.toMatchObject({ code: "refund/needs-approval" });
  const before = await getBalance(deps.db, member.memberId);
  const waiting = async () => (await readOverview(deps)).openProposals;
  const waitedBefore = await waiting();
  const proposalId = await propose();
  expect(await waiting()).toBe(waitedBefore + 1);
  // Two would be one plan given twice.
  await expect(propose()).rejects.toMatchObject({ code: "proposal/already-open" });
  expect(await openOf(orderId)).toMatchObject([
    { id: proposalId, state: "open", proposedBy: { id: one.staffId }, note: "Wrong price.", decidedBy: null },
  ]);
  expect([await refunds(), await getBalance(deps.db, member.memberId)]).toEqual([[], before]);
  await expect(approveRefund(deps, one, { proposalId })).rejects.toMatchObject({ code: "proposal/own" });
  expect(await previewProposed(deps, { proposalId })).toMatchObject({
    isAsProposed: true,
    plan: { outcome: "refund" },
  });

  const { id } = await approveRefund(deps, other, { proposalId });
  expect(await waiting()).toBe(waitedBefore);
  expect(await refunds()).toMatchObject([{ id, staffId: one.staffId, approvedBy: other.staffId, state: "asked" }]);
  expect((await getBalance(deps.db, member.memberId)).available).toBe(0);
  await expect(approveRefund(deps, other, { proposalId })).rejects.toMatchObject({ code: "proposal/already-decided" });
  expect(await refunds()).toHaveLength(1);
  const [{ proposedAt } = { proposedAt: null }] = (await listProposals(deps, { subject: orderId, show: "all" })).rows;
  expect(await listRefunds(deps, orderId)).toMatchObject([
    { id, askedBy: { id: one.staffId }, approval: { by: { id: other.staffId }, proposedAt } },
  ]);
  const acts = await deps.db.rows.act.findMany({ where: { subject: orderId }, orderBy: { id: "asc" } });
  expect(acts.map(({ act, actor }) => [act, actor])).toEqual([
    ["refund.propose", one.staffId],
    ["refund.approve", other.staffId],
    ["order.refund", other.staffId],
  ]);
});

it("lets nobody wait for what the law gives them: a withdrawal goes at once, however much it is", async () => {
  const question = { orderId, ground: "withdrawal", chosen: null } as const;
  const { moves, needsApproval } = await previewRefund(deps, question);
  expect({ needsApproval, amount: moves.amountMinor }).toEqual({ needsApproval: false, amount: expect.any(Number) });
  expect(moves.amountMinor).toBeGreaterThan(5_000);
  const asked = { ...question, requestId: newId("request"), note: "By mail.", expected: moves };
  await expect(proposeRefund(deps, one, asked)).rejects.toMatchObject({ code: "request/invalid" });
  await refundOrder(deps, one, asked);
  expect(await refunds()).toMatchObject([{ ground: "withdrawal", state: "asked", approvedBy: null }]);
});

it("takes nobody's word that it is owed: a ground that somebody picked asks for a second person as any other", async () => {
  const lateRenewal = { orderId, ground: "late-renewal", chosen: null } as const;
  const { moves, needsApproval } = await previewRefund(deps, lateRenewal);
  expect({ needsApproval, amount: moves.amountMinor }).toEqual({ needsApproval: true, amount: expect.any(Number) });
  const asked = { ...lateRenewal, requestId: newId("request"), note: "Was cancelled.", expected: moves };
  await expect(refundOrder(deps, one, asked)).rejects.toMatchObject({ code: "refund/needs-approval" });
  deps.clock.advance(duration.days(20));
  const { choosable } = await previewRefund(deps, { orderId, ground: "withdrawal", chosen: null });
  expect(choosable).toBeGreaterThan(0);
  const tooLate = await previewRefund(deps, { orderId, ground: "withdrawal", chosen: choosable });
  expect(tooLate).toMatchObject({ outcome: "refund", needsApproval: true });
  expect(await refunds()).toEqual([]);

  // Nor for the day on which a withdrawal is said to have come: who approves sees the mail too.
  const receivedAt = after(deps.clock.now(), -duration.days(10)).toISOString();
  const inTime = { orderId, ground: "withdrawal", chosen: null, receivedAt } as const;
  const claimed = await previewRefund(deps, inTime);
  expect(claimed).toMatchObject({ outcome: "refund", needsApproval: true });
  const proposed = { ...inTime, requestId: newId("request"), note: "By mail.", expected: claimed.moves };
  const { proposalId } = await proposeRefund(deps, one, proposed);
  expect(await previewProposed(deps, { proposalId })).toMatchObject({ isAsProposed: true });
  await approveRefund(deps, other, { proposalId });
  expect(await refunds()).toMatchObject([{ ground: "withdrawal", receivedAt: new Date(receivedAt) }]);
  deps.clock.advance(-duration.days(20));
});

it("approves once, whoever presses first", async () => {
  const proposalId = await propose();
  const tries = await Promise.allSettled([1, 2, 3].map(() => approveRefund(deps, other, { proposalId })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await refunds()).toHaveLength(1);
});

it("does what was proposed or nothing: another plan by now leaves the proposal open", async () => {
  const proposalId = await propose();
  await deps.db.query(`SELECT ledger.adjust($1::text, 1, NULL, 'test', $2::text)`, [member.memberId, newId("request")]);
  expect(await previewProposed(deps, { proposalId })).toMatchObject({ isAsProposed: false });
  await expect(approveRefund(deps, other, { proposalId })).rejects.toMatchObject({ code: "refund/plan-changed" });
  expect(await openOf(orderId)).toMatchObject([{ id: proposalId, state: "open" }]);
  await expect(propose()).rejects.toMatchObject({ code: "proposal/already-open" });
  const reason = "It is another sum by now.";
  expect(await declineProposal(deps, other, { proposalId, reason })).toMatchObject({ state: "declined", reason });
  expect([await openOf(orderId), await refunds()]).toEqual([[], []]);
  expect(await propose()).toMatch(/^prp_/);
});

it("counts parts of one order together", async () => {
  const question = { orderId, ground: "case-by-case", chosen: null } as const;
  const { choosable } = await previewRefund(deps, question);
  const half = Math.floor(choosable * 0.3) as typeof choosable;
  const part = { ...question, chosen: half };
  const first = await previewRefund(deps, part);
  if (first.needsApproval) throw new Error("a third of the largest pack is for one person to give");
  await refundOrder(deps, one, { ...part, requestId: newId("request"), note: "A part.", expected: first.moves });
  const second = { ...question, chosen: (half * 2) as typeof choosable };
  expect(await previewRefund(deps, second)).toMatchObject({ needsApproval: true });
});

it("is refused by the database to whoever proposed it, and a decision stands", async () => {
  const proposalId: ProposalId = await propose();
  const decide = (by: string) =>
    deps.db.query(
      "UPDATE proposal SET state = 'approved', decided_by = $2::text, decided_at = now() WHERE id = $1::text",
      [proposalId, by],
    );
  await expect(decide(one.staffId)).rejects.toThrow("proposal_second_person");
  await decide(other.staffId);
  const owner = new pg.Client({ connectionString: deps.database.ownerUrl });
  await owner.connect();
  await expect(owner.query("UPDATE proposal SET state = 'open', decided_by = NULL, decided_at = NULL")).rejects.toThrow(
    "decided once",
  );
  await expect(owner.query("DELETE FROM proposal")).rejects.toThrow("decided once");
  await owner.end();
});
