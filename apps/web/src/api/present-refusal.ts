import {
  type FailurePhrases,
  factNumber,
  factText,
  formatCredits,
  type PresentedFailure,
  phraseFailure,
} from "@covenant/domain";

/** Every refusal in words: what happened, what it means for the credits, what to do now. */
const refusals: FailurePhrases["refusals"] = {
  "request/invalid": ({ reason }) => ({ title: factText(reason) ?? "Something in this form is not right." }),
  "request/too-many": ({ retryAfterSeconds }) => ({
    title: "Too many tries in a short time.",
    detail: `Try again in ${factNumber(retryAfterSeconds)} seconds.`,
  }),
  "request/reused-key": ({ reason }) => ({ title: factText(reason) ?? "This was already done." }),
  "session/required": () => ({ title: "Your session has ended.", detail: "Sign in again; nothing here is lost." }),
  "session/wrong-password": () => ({ title: "Email and password do not match.", detail: "Check both and try again." }),
  "session/wrong-code": () => ({ title: "The code is not right.", detail: "Use the newest code." }),
  "session/locked": () => ({ title: "Too many wrong tries.", detail: "Wait fifteen minutes and try again." }),
  "member/email-taken": () => ({ title: "There is an account with this email already.", detail: "Sign in instead." }),
  "member/too-young": ({ age }) => ({
    title: "You are too young for this service.",
    detail: typeof age === "number" ? `Here one must be at least ${age}. Nothing was stored.` : "Nothing was stored.",
  }),
  "member/terms-not-accepted": () => ({ title: "The terms have changed.", detail: "Read and accept them to go on." }),
  "member/email-not-confirmed": () => ({
    title: "Confirm your email first.",
    detail: "Open the link in the mail we sent you. Nothing was charged.",
  }),
  "member/suspended": () => ({
    title: "This account is suspended.",
    detail: "The reasons were sent to you by mail and are on the page on your standing.",
  }),
  "member/membership-inactive": () => ({
    title: "Generating here asks for a membership.",
    detail: "Nothing was charged. The pricing page has it, and what it brings.",
  }),
  "member/membership-unverified": () => ({
    title: "The payment of your membership is not verified yet.",
    detail: "Nothing was charged. This unlocks by itself as soon as it is.",
  }),
  "member/token-spent": () => ({
    title: "This link was used or is too old.",
    detail: "If you have confirmed before, sign in. If not, signing in also offers to send a new one.",
  }),
  "staff/capability-missing": () => ({ title: "This is not yours to do." }),
  "thing/not-found": ({ thing }) => ({ title: `There is no such ${factText(thing) ?? "thing"}.` }),
  "quote/expired": () => ({
    title: "The price is older than ten minutes.",
    detail: "A fresh one is on the button; press again.",
  }),
  "quote/price-changed": () => ({
    title: "The price has changed.",
    detail: "The new one is on the button; press again.",
  }),
  "credits/insufficient": ({ needed, available }) => ({
    title: `This takes ${formatCredits(factNumber(needed))}; you have ${formatCredits(factNumber(available))}.`,
    detail: "Nothing was charged. Buy credits and your prompt will still be here.",
  }),
  "wallet/closed": () => ({
    title: "This account was closed, and no credits can be added to it.",
    detail: "Nothing was added. The mail about the closure says how to appeal.",
  }),
  "generation/not-cancellable": () => ({
    title: "It has already started.",
    detail: "It can be cancelled only before that.",
  }),
  "generation/too-many-running": ({ most }) => ({
    title: most === 1 ? "Your account is limited to one at a time." : "Several are running already.",
    detail: "Wait for one to end. Nothing was charged.",
  }),
  "model/not-available": () => ({ title: "This model is not available now.", detail: "Choose another one." }),
  "model/sunset": ({ since }) => ({
    title: `This model is no longer offered since ${factText(since) ?? "a while ago"}.`,
    detail: "Nothing was charged. Choose another one.",
  }),
  "registry/changed": () => ({ title: "The catalogue has changed meanwhile.", detail: "Look at it anew." }),
  "upload/unsupported": () => ({ title: "This kind of file is not taken.", detail: "JPEG, PNG and WebP are." }),
  "upload/too-large": () => ({ title: "The file is too large.", detail: "Choose a smaller one." }),
  "upload/damaged": () => ({ title: "The file cannot be read.", detail: "Save it anew and try again." }),
  "upload/out-of-step": () => ({ title: "The file did not arrive whole.", detail: "Send it again." }),
  "artifact/gone": () => ({ title: "This file is gone, as promised.", detail: "Its receipt stays in your history." }),
  "order/not-payable": ({ reason }) => ({
    title: "The payment did not go through.",
    detail: `${factText(reason) ?? "It can no longer be paid."} Nothing was charged or changed.`,
  }),
  "subscription/exists": () => ({
    title: "You have a subscription already.",
    detail: "Nothing was charged. Your billing page is where it is paid, changed or cancelled.",
  }),
  "subscription/not-changeable": () => ({
    title: "As it stands, your subscription cannot be changed so.",
    detail: "Nothing was changed or charged. Your billing page says how it stands.",
  }),
  "plan/changed": () => ({
    title: "What this would do has changed meanwhile.",
    detail: "Nothing was changed or charged. Look at it anew before you confirm.",
  }),
  "refund/plan-changed": () => ({ title: "What this refund would do has changed.", detail: "Nothing was done." }),
  "refund/not-due": () => ({ title: "No money is due for this order.", detail: "Nothing was done." }),
  "refund/needs-approval": () => ({
    title: "This is looked at by a second person first.",
    detail: "Nothing was done.",
  }),
  "proposal/already-open": () => ({ title: "This is looked at already." }),
  "proposal/already-decided": () => ({ title: "This is decided already." }),
  "proposal/own": () => ({ title: "Somebody else has to decide this." }),
  "case/appealed": () => ({ title: "This is looked at already." }),
  "case/prompt-unread": () => ({ title: "This has to be read first." }),
  "appeal/not-open": ({ reason }) => ({
    title: "This cannot be appealed.",
    detail: factText(reason) ?? "Its time is over.",
  }),
  "appeal/own-decision": () => ({ title: "Somebody else answers this." }),
  "appeal/already-decided": () => ({ title: "This was already answered." }),
  "appeal/plan-changed": () => ({ title: "What this would do has changed.", detail: "Nothing was done." }),
  "case/already-open": () => ({ title: "This is looked at already." }),
  "sanction/plan-changed": () => ({ title: "What this would do has changed.", detail: "Nothing was done." }),
  "sanction/not-due": () => ({ title: "Nothing follows here.", detail: "Nothing was done." }),
  "member/account-closed": ({ statement, supportEmail }) => ({
    title: "This account is closed.",
    // A statement of reasons says itself how to contest it.
    detail: factText(statement) ?? `Write to ${factText(supportEmail) ?? "support"} to ask why.`,
  }),
  "case/already-decided": () => ({ title: "This was already decided." }),
  "key/revoked": () => ({ title: "This key was revoked." }),
  "key/elsewhere": () => ({ title: "This key belongs to another storefront." }),
  "key/not-for-model": () => ({ title: "This key may not call that model." }),
  "key/budget-spent": () => ({ title: "This key's budget of the month is spent.", detail: "Nothing was charged." }),
  "service/unavailable": () => ({
    title: "The service is not available for a moment.",
    detail: "Nothing was charged.",
  }),
};

const unexpected = {
  title: "That did not work.",
  detail: "The fault is on our side or on the line. Nothing was charged by this; try again.",
};

/** An error in words for whoever sees it, field by field where the server said so. */
export function presentFailure(error: unknown): PresentedFailure {
  return phraseFailure(error, { refusals, unexpected });
}
