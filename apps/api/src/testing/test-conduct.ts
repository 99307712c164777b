import {
  type AccountCaseRequest,
  after,
  type CaseId,
  type ConductKind,
  duration,
  type MemberActor,
  newId,
  type SanctionId,
  type SanctionQuestion,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import { confirmAccountCase } from "../conduct/decide-account-case.ts";
import { openConductCase } from "../conduct/open-conduct-case.ts";
import { previewDecision } from "../conduct/preview-decision.ts";
import { viewStanding } from "../standing/view-standing.ts";
import { mailsTo } from "./mail-box.ts";
import { scriptedPayments } from "./scripted-payments.ts";
import { testStaff } from "./test-people.ts";
import { testStudio } from "./test-studio.ts";

type Answer = Partial<Omit<SanctionQuestion, "caseId">>;

/** A studio with a moderator, an administrator, and one member at a time whose conduct is looked at. */
export async function testConduct() {
  const payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
  const studio = await testStudio({ payments });
  const { deps } = studio;
  const moderator: StaffActor = await testStaff(deps, { role: "moderator" });
  const admin: StaffActor = await testStaff(deps, { role: "admin" });
  const stage = {
    studio,
    payments,
    moderator,
    admin,
    member: await studio.member(),

    /** The next member, at the time of the database's own clock, which lapses what is under review. */
    async next(storefront: StorefrontId = "image-ai-run"): Promise<MemberActor> {
      deps.clock.set(new Date());
      stage.member = await studio.member(100, storefront);
      return stage.member;
    },
    days: (count: number) => deps.clock.advance(duration.days(count)),
    inDays: (count: number): Date => after(deps.clock.now(), duration.days(count)),
    /** Today, or the day so many days on, as the member reads it. */
    spelled: (count = 0): string => spellDate(civilDateIn(stage.inDays(count), zoneOf(stage.member.storefront))),

    async opened(conduct: ConductKind, facts: Partial<AccountCaseRequest> = {}): Promise<CaseId> {
      const request = {
        requestId: newId("request"),
        memberId: stage.member.memberId,
        conduct,
        seen: "Seen in the log.",
      };
      const occurredOn = deps.clock.now().toISOString().slice(0, 10);
      return (await openConductCase(deps, moderator, { ...request, occurredOn, permission: null, ...facts })).caseId;
    },

    /** Previews and confirms, as the page does. */
    async confirmed(caseId: CaseId, answer: Answer = {}, by = admin) {
      const asked = { caseId, finding: "established", danger: null, ...answer } as const;
      const plan = await previewDecision(deps, by, asked);
      const request = { requestId: newId("request"), ...asked, digest: plan.digest, note: "As seen." };
      await confirmAccountCase(deps, by, request);
      return { plan, request };
    },

    /** A strike for conduct of another case, of a weight. */
    async strikes(weight: number): Promise<void> {
      const { memberId, storefront } = stage.member;
      const expiresAt = new Date(deps.clock.now().getTime() + duration.days(180));
      const row = { memberId, storefront, clauseId: "IAI-2.3", category: "", conduct: "false-details", weight };
      const dates = { imposedAt: deps.clock.now(), expiresAt };
      await deps.db.rows.strike.create({ data: { id: newId("strike"), ...row, ...dates, state: "counting" } });
    },

    sanctions: () =>
      deps.db.rows.sanction.findMany({
        where: { memberId: stage.member.memberId },
        orderBy: { id: "asc" },
        include: { termination: true },
      }),
    lastSanction: async () => (await stage.sanctions()).at(-1)?.id as SanctionId,
    standing: () => viewStanding(deps, stage.member),
    actsOn: async (on: string) =>
      (await deps.db.rows.act.findMany({ where: { subject: on }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(
        ({ act }) => act,
      ),
    email: async () => (await deps.db.rows.member.findUniqueOrThrow({ where: { id: stage.member.memberId } })).email,
    mails: async () => mailsTo(deps, await stage.email()),
  };
  return stage;
}
