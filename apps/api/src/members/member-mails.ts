import type { StorefrontId } from "@covenant/domain";
import type { NewMail } from "../mail/write-mail.ts";
import { linkMinutes } from "./email-token-store.ts";

type Letter = { storefront: StorefrontId; to: string; origin: string };

/** The mail whose link confirms an address. */
export function confirmationMail({ storefront, to, origin, token }: Letter & { token: string }): NewMail {
  return {
    storefront,
    to,
    subject: "Confirm your email address",
    body: [
      "Open this link to confirm your email address:",
      `${origin}/confirm?token=${token}`,
      `It works once, for ${linkMinutes.confirm / 60} hours. If you did not sign up, ignore this mail: nothing happens.`,
    ].join("\n\n"),
  };
}

/** What the owner of an address gets when somebody signs up with it again. The page they used says nothing of it. */
export function alreadyMemberMail({ storefront, to, origin }: Letter): NewMail {
  return {
    storefront,
    to,
    subject: "You already have an account",
    body: [
      "Somebody, perhaps you, signed up with this email address. It has an account already, and nothing was changed.",
      `Sign in with the password you have: ${origin}/sign-in`,
      "If it was not you, there is nothing to do.",
    ].join("\n\n"),
  };
}

/** The mail whose link sets a new password. */
export function passwordResetMail({ storefront, to, origin, token }: Letter & { token: string }): NewMail {
  return {
    storefront,
    to,
    subject: "Set a new password",
    body: [
      "Somebody, perhaps you, asked for a new password. Open this link to set one:",
      `${origin}/reset-password?token=${token}`,
      `It works once, for ${linkMinutes.reset} minutes. If it was not you, ignore this mail: your password stays as it is.`,
    ].join("\n\n"),
  };
}

/** Tells the owner of an account that its password is another one now. */
export function passwordChangedMail({ storefront, to, origin }: Letter): NewMail {
  return {
    storefront,
    to,
    subject: "Your password was changed",
    body: [
      "The password of your account was changed by a link that we mailed to this address. Whoever was signed in is signed out.",
      `If it was not you, somebody reads your mail. Secure your mailbox, then set another password: ${origin}/forgot-password`,
      "You can also answer to this mail.",
    ].join("\n\n"),
  };
}
