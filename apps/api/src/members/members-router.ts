import {
  acceptTermsRequest,
  confirmEmailRequest,
  mailReceipt,
  memberView,
  resendConfirmationRequest,
  signInRequest,
  signUpRequest,
} from "@covenant/domain";
import * as z from "zod";
import { endMemberSession } from "../sessions/member-session.ts";
import { memberProcedure, memberRouter, visitorProcedure } from "../trpc/procedures.ts";
import { acceptTerms } from "./accept-terms.ts";
import { confirmEmail } from "./confirm-email.ts";
import { resendConfirmation } from "./resend-confirmation.ts";
import { signIn } from "./sign-in.ts";
import { signUp } from "./sign-up.ts";
import { viewMember } from "./view-member.ts";

export const membersRouter = memberRouter({
  /** Null for whoever is not signed in. */
  me: visitorProcedure()
    .output(z.nullable(memberView))
    .query(({ ctx }) => (ctx.actor === null ? null : viewMember(ctx.deps.db, ctx.actor.memberId))),
  signUp: visitorProcedure("write")
    .input(signUpRequest)
    .output(mailReceipt)
    .mutation(({ ctx, input }) => signUp(ctx.deps, ctx.storefront, input)),
  confirmEmail: visitorProcedure("write")
    .input(confirmEmailRequest)
    .output(z.void())
    .mutation(({ ctx, input }) => confirmEmail(ctx.deps, ctx.storefront, input.token)),
  resendConfirmation: visitorProcedure("write")
    .input(resendConfirmationRequest)
    .output(mailReceipt)
    .mutation(({ ctx, input }) => resendConfirmation(ctx.deps, { storefront: ctx.storefront, email: input.email })),
  signIn: visitorProcedure("write")
    .input(signInRequest)
    .output(memberView)
    .mutation(({ ctx, input }) => signIn(ctx, ctx.storefront, input)),
  signOut: visitorProcedure("write")
    .output(z.void())
    .mutation(({ ctx }) => endMemberSession(ctx)),
  acceptTerms: memberProcedure("write")
    .input(acceptTermsRequest)
    .output(memberView)
    .mutation(({ ctx, input }) => acceptTerms(ctx.deps, ctx.actor, input.version)),
});
