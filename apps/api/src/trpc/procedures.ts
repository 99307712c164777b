import { type Capability, mayAsk, Refusal } from "@covenant/domain";
import { initTRPC, type TRPCError } from "@trpc/server";
import { countTry } from "../limits/count-try.ts";
import type { MemberContext, StaffContext } from "./context.ts";
import { statusErrorOf } from "./map-refusal.ts";
import { type RateClass, rates } from "./rates.ts";
import { shapeError } from "./shape-error.ts";

/** Who may call a procedure. Every procedure has one; a test walks the routers and holds them to it. */
export type Access = { for: "visitor" | "member" | "staff"; capability?: Capability; rate: RateClass };

const sse = { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 30_000 } };
const member = initTRPC.context<MemberContext>().meta<Access>().create({ errorFormatter: shapeError, sse });
const staff = initTRPC.context<StaffContext>().meta<Access>().create({ errorFormatter: shapeError, sse });

export const memberRouter = member.router;
export const staffRouter = staff.router;

/**
 * A refusal leaves as its transport status. `next` never rejects, so the result is looked at, once, here: outermost,
 * where the limit's refusals pass too.
 */
async function refusalsToStatus<Result extends { ok: true } | { ok: false; error: TRPCError }>(
  next: () => Promise<Result>,
): Promise<Result> {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Refusal) throw statusErrorOf(result.error.cause);
  return result;
}

const memberBase = member.procedure
  .use(({ next }) => refusalsToStatus(next))
  .use(async ({ next, ctx, meta, path }) => {
    const rate = rates[meta?.rate ?? "read"];
    if (rate.scope !== null)
      await countTry(ctx.deps.db, `${path}:${ctx.storefront}:${ctx.actor?.memberId ?? ctx.ip}`, rate);
    return next();
  });

const staffBase = staff.procedure
  .use(({ next }) => refusalsToStatus(next))
  .use(async ({ next, ctx, meta, path }) => {
    const rate = rates[meta?.rate ?? "read"];
    if (rate.scope !== null) await countTry(ctx.deps.db, `staff:${path}:${ctx.actor?.staffId ?? ctx.ip}`, rate);
    return next();
  });

/** A procedure anybody may call on a storefront, signed in or not. */
export const visitorProcedure = (rate: RateClass = "read") => memberBase.meta({ for: "visitor", rate });

/** A procedure of the signed-in member, about what is theirs. */
export const memberProcedure = (rate: RateClass = "read") =>
  memberBase.meta({ for: "member", rate }).use(({ ctx, next }) => {
    if (ctx.actor === null) throw new Refusal("session/required");
    return next({ ctx: { ...ctx, actor: ctx.actor } });
  });

/** The few procedures of the console that come before, or need nothing but, a session. */
export const staffDoorProcedure = (rate: RateClass = "read") => staffBase.meta({ for: "visitor", rate });

/** A procedure of the staff. There is no way to make one without naming the capability it asks for. */
export const staffProcedure = (capability: Capability, rate: RateClass = "read") =>
  staffBase.meta({ for: "staff", capability, rate }).use(({ ctx, next }) => {
    if (ctx.actor === null) throw new Refusal("session/required");
    if (!mayAsk(ctx.actor.roles, capability)) throw new Refusal("staff/capability-missing", { capability });
    return next({ ctx: { ...ctx, actor: ctx.actor } });
  });
