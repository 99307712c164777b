import { type Capability, mayAsk, Refusal } from "@covenant/domain";
import { initTRPC } from "@trpc/server";
import { countMemberTry } from "../limits/count-member-try.ts";
import { countTry } from "../limits/count-try.ts";
import type { MemberContext, StaffContext } from "./context.ts";
import { type RateClass, rates } from "./rates.ts";
import { shapeError } from "./shape-error.ts";

/** Who may call a procedure. Every procedure has one; a test walks the routers and holds them to it. */
export type Access = { for: "visitor" | "member" | "staff"; capability?: Capability; rate: RateClass };

const sse = { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 30_000 } };
const member = initTRPC.context<MemberContext>().meta<Access>().create({ errorFormatter: shapeError, sse });
const staff = initTRPC.context<StaffContext>().meta<Access>().create({ errorFormatter: shapeError, sse });

export const memberRouter = member.router;
export const staffRouter = staff.router;

const counted = (rate: RateClass) => rates[rate].scope !== null;

const memberCounted = member.procedure.use(async ({ next, ctx, meta, path }) => {
  const rate = rates[meta?.rate ?? "read"];
  if (rate.scope === null) return next();
  const { deps, actor, storefront } = ctx;
  if (actor === null) await countTry(deps.db, `${path}:${storefront}:${ctx.ip()}`, rate);
  else await countMemberTry(deps.db, actor.memberId, { key: `${path}:${storefront}:${actor.memberId}`, rate });
  return next();
});

const staffCounted = staff.procedure.use(async ({ next, ctx, meta, path }) => {
  const rate = rates[meta?.rate ?? "read"];
  if (rate.scope !== null) await countTry(ctx.deps.db, `staff:${path}:${ctx.actor?.staffId ?? ctx.ip()}`, rate);
  return next();
});

/** A step of a procedure costs as much as its work does on a small read, so an uncounted one does not have that step. */
const memberBase = (rate: RateClass) => (counted(rate) ? memberCounted : member.procedure);
const staffBase = (rate: RateClass) => (counted(rate) ? staffCounted : staff.procedure);

/** A procedure anybody may call on a storefront, signed in or not. */
export const visitorProcedure = (rate: RateClass = "read") => memberBase(rate).meta({ for: "visitor", rate });

/** A procedure of the signed-in member, about what is theirs. */
export const memberProcedure = (rate: RateClass = "read") =>
  memberBase(rate)
    .meta({ for: "member", rate })
    .use(({ ctx, next }) => {
      if (ctx.actor === null) throw new Refusal("session/required");
      return next({ ctx: { actor: ctx.actor } });
    });

/** The few procedures of the console that come before, or need nothing but, a session. */
export const staffDoorProcedure = (rate: RateClass = "read") => staffBase(rate).meta({ for: "visitor", rate });

/** A procedure of the staff. There is no way to make one without naming the capability it asks for. */
export const staffProcedure = (capability: Capability, rate: RateClass = "read") =>
  staffBase(rate)
    .meta({ for: "staff", capability, rate })
    .use(({ ctx, next }) => {
      if (ctx.actor === null) throw new Refusal("session/required");
      if (!mayAsk(ctx.actor.roles, capability)) throw new Refusal("staff/capability-missing", { capability });
      return next({ ctx: { actor: ctx.actor } });
    });
