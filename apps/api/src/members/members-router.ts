import {
  acceptTermsRequest,
  admissionQuestion,
  admissionView,
  confirmEmailRequest,
  mailReceipt,
  memberView,
  newPasswordRequest,
  passwordResetRequest,
  resendConfirmationRequest,
  signInRequest,
  signUpRequest,
} from "@covenant/domain";
import * as z from "zod";
import { endMemberSession } from "../sessions/member-session.ts";
import { memberProcedure, memberRouter, visitorProcedure } from "../trpc/procedures.ts";
import { acceptTerms } from "./accept-terms.ts";
import { confirmEmail } from "./confirm-email.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { resendConfirmation } from "./resend-confirmation.ts";
import { resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";
import { signUp } from "./sign-up.ts";
import { viewAdmission } from "./view-admission.ts";
import { viewMember } from "./view-member.ts";

export const membersRouter = memberRouter({
  /** Null for whoever is not signed in. */
  me: visitorProcedure()
    .output(z.nullable(memberView))
    .query(({ ctx }) => (ctx.actor === null ? null : viewMember(ctx.deps, ctx.actor.memberId))),
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
  requestPasswordReset: visitorProcedure("guess")
    .input(passwordResetRequest)
    .output(mailReceipt)
    .mutation(({ ctx, input }) => requestPasswordReset(ctx.deps, { storefront: ctx.storefront, email: input.email })),
  resetPassword: visitorProcedure("guess")
    .input(newPasswordRequest)
    .output(z.void())
    .mutation(({ ctx, input }) => resetPassword(ctx.deps, ctx.storefront, input)),
  signIn: visitorProcedure("write")
    .input(signInRequest)
    .output(memberView)
    .mutation(({ ctx, input }) => signIn(ctx, ctx.storefront, input)),
  signOut: visitorProcedure("write")
    .output(z.void())
    .mutation(({ ctx }) => endMemberSession(ctx)),
  admission: memberProcedure()
    .input(admissionQuestion)
    .output(admissionView)
    .query(({ ctx, input }) => viewAdmission(ctx.deps, ctx.actor, input?.to)),
  acceptTerms: memberProcedure("write")
    .input(acceptTermsRequest)
    .output(memberView)
    .mutation(({ ctx, input }) => acceptTerms(ctx.deps, ctx.actor, input.version)),
});
