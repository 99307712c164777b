import {
  alarmResolution,
  alarmView,
  killSwitchPreview,
  killSwitchQuestion,
  killSwitchRequest,
  liftRequest,
  placesRequest,
  upstreamsView,
} from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { listAlarms } from "./list-alarms.ts";
import { listUpstreams } from "./list-upstreams.ts";
import { resolveAlarm } from "./raise-alarm.ts";
import { setPlaces } from "./set-places.ts";
import { liftStop, previewStop, stopTarget } from "./stop-target.ts";

export const routingAdminRouter = staffRouter({
  /** Every provider with the models it runs for us, what stops them, and their last hour. */
  upstreams: staffProcedure("provider.read")
    .output(upstreamsView)
    .query(({ ctx }) => listUpstreams(ctx.deps)),

  /** What a stop would meet now; nothing is done. */
  previewStop: staffProcedure("provider.read")
    .input(killSwitchQuestion)
    .output(killSwitchPreview)
    .query(({ ctx, input }) => previewStop(ctx.deps, input)),

  stop: staffProcedure("provider.stop", "write")
    .input(killSwitchRequest)
    .output(liftRequest)
    .mutation(({ ctx, input }) => stopTarget(ctx.deps, ctx.actor, input)),

  lift: staffProcedure("provider.stop", "write")
    .input(liftRequest)
    .output(liftRequest)
    .mutation(({ ctx, input }) => liftStop(ctx.deps, ctx.actor, input.killSwitchId)),

  /** What staff have to see to, with the models it concerns. */
  alarms: staffProcedure("provider.read")
    .output(z.array(alarmView))
    .query(({ ctx }) => listAlarms(ctx.deps.db)),

  resolveAlarm: staffProcedure("provider.change", "write")
    .input(alarmResolution)
    .output(z.null())
    .mutation(({ ctx, input }) => resolveAlarm(ctx.deps, ctx.actor, input).then(() => null)),

  /** How many jobs our account at a provider may have in flight. */
  setPlaces: staffProcedure("provider.change", "write")
    .input(placesRequest)
    .output(placesRequest)
    .mutation(({ ctx, input }) => setPlaces(ctx.deps, ctx.actor, input)),
});
