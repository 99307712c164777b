import { emailSchema, staffDemoCode, staffSignInRequest, staffView } from "@covenant/domain";
import * as z from "zod";
import { endStaffSession } from "../sessions/staff-session.ts";
import { staffDoorProcedure, staffRouter } from "../trpc/procedures.ts";
import { showDemoCode } from "./show-demo-code.ts";
import { signInStaff } from "./sign-in-staff.ts";
import { viewStaff } from "./view-staff.ts";

export const staffDoorRouter = staffRouter({
  /** Null for whoever is not signed in. */
  me: staffDoorProcedure()
    .output(z.nullable(staffView))
    .query(({ ctx }) => (ctx.actor === null ? null : viewStaff(ctx.deps.db, ctx.actor.staffId))),
  signIn: staffDoorProcedure("write")
    .input(staffSignInRequest)
    .output(staffView)
    .mutation(({ ctx, input }) => signInStaff(ctx, input)),
  signOut: staffDoorProcedure("write")
    .output(z.void())
    .mutation(({ ctx }) => endStaffSession(ctx)),
  demoCode: staffDoorProcedure()
    .input(z.strictObject({ email: emailSchema }))
    .output(staffDemoCode)
    .query(({ ctx, input }) => showDemoCode(ctx.deps, input.email)),
});
