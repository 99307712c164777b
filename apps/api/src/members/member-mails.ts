import type { StorefrontId } from "@covenant/domain";
import type { NewMail } from "../mail/write-mail.ts";
import { confirmationHours } from "./member-store.ts";

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
      `It works once, for ${confirmationHours} hours. If you did not sign up, ignore this mail: nothing happens.`,
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
