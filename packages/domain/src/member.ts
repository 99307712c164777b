import * as z from "zod/mini";
import { clauseCitation } from "./clause.ts";
import { idSchema } from "./ids.ts";
import type { RefusalCode } from "./refusal.ts";
import { storefrontIdSchema } from "./storefront.ts";
import { termsAcceptance } from "./terms-version.ts";
import { walletView } from "./wallet.ts";

export const emailSchema = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));
/** Fifteen characters, since a member's password stands alone (NIST SP 800-63B-4); any characters, no composition rule. */
export const passwordSchema = z
  .string()
  .check(z.minLength(15, "At least 15 characters; a sentence is easy to keep."), z.maxLength(256));
/** A civil date of these or the last century that the calendar has, `2001-05-31`. */
export const civilDate = z.string().check(z.regex(/^(19|20)\d{2}-\d{2}-\d{2}$/), z.refine(isOnCalendar));

export const signUpRequest = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  bornOn: civilDate,
  /** ISO 3166-1 alpha-2; decides the age of digital consent. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** The version whose box was ticked. */
  acceptedTermsVersion: z.string().check(z.maxLength(40)),
});
export type SignUpRequest = z.infer<typeof signUpRequest>;

export const signInRequest = z.strictObject({ email: emailSchema, password: z.string().check(z.maxLength(256)) });
export type SignInRequest = z.infer<typeof signInRequest>;

export const confirmEmailRequest = z.strictObject({ token: z.string().check(z.maxLength(100)) });
export const resendConfirmationRequest = z.strictObject({ email: emailSchema });
export const passwordResetRequest = z.strictObject({ email: emailSchema });
/** Sets a new password by the token of a mailed link. */
export const newPasswordRequest = z.strictObject({
  token: z.string().check(z.maxLength(100)),
  password: passwordSchema,
});
export type NewPasswordRequest = z.infer<typeof newPasswordRequest>;
export const acceptTermsRequest = z.strictObject({ version: z.string().check(z.maxLength(40)) });

/** What is answered for every address where a mail may go to it, so that nobody learns which ones have an account. */
export const mailReceipt = z.object({ sentTo: z.string() });
export type MailReceipt = z.infer<typeof mailReceipt>;

export const memberView = z.object({
  id: idSchema("member"),
  storefront: storefrontIdSchema,
  email: z.string(),
  emailConfirmed: z.boolean(),
  /** The newest version they accepted. */
  acceptedTermsVersion: z.nullable(z.string()),
  termsAcceptance,
  /** The terms version in force. */
  termsInForce: z.string(),
  wallet: walletView,
});
export type MemberView = z.infer<typeof memberView>;

/** Why the terms let a member start nothing now. */
export const admissionRefusals = [
  "member/too-young",
  "member/suspended",
  "member/membership-inactive",
  "member/membership-unverified",
  "member/terms-not-accepted",
  "member/email-not-confirmed",
] as const satisfies readonly RefusalCode[];

export const admissionPurposes = ["generate", "buy"] as const;
/** What a member wants to start. Generating may ask for a membership; buying, subscribing and making keys do not. */
export type AdmissionPurpose = (typeof admissionPurposes)[number];

/** Left out: generating, which the terms ask most of. */
export const admissionQuestion = z.optional(z.strictObject({ to: z.enum(admissionPurposes) }));

/** Whether the terms let a member start that now, asked before something is pressed. */
export const admissionView = z.object({
  /** Null: admitted. */
  refusal: z.nullable(z.enum(admissionRefusals)),
  explanation: z.string(),
  clauses: z.array(clauseCitation),
  /** The version in force. */
  termsVersion: z.string(),
});
export type AdmissionView = z.infer<typeof admissionView>;

function isOnCalendar(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

/** A member's terms as staff see them: what was accepted and told, newest version first, and where that leaves the member. */
export const memberTermsView = z.object({
  inForce: z.string(),
  announced: z.nullable(z.string()),
  acceptance: termsAcceptance,
  /** The ruling's words for staff. */
  explanation: z.string(),
  accepted: z.array(z.object({ version: z.string(), at: z.string(), how: z.enum(["ticked", "by-use"]) })),
  told: z.array(z.object({ version: z.string(), at: z.string() })),
});
export type MemberTermsView = z.infer<typeof memberTermsView>;
