import {
  type FailurePhrases,
  factNumber,
  factText,
  isCapability,
  type PresentedFailure,
  phraseFailure,
  whoMay,
} from "@covenant/domain";

const decided: Readonly<Record<string, string>> = {
  confirmed: "The breach was confirmed; your answer was not taken.",
  overturned: "The block was overturned; your answer was not taken.",
  closed: "The case is closed; your note was not taken.",
  suspected: "The account was suspended on suspicion; your answer was not taken.",
  dismissed: "The case was dismissed; your answer was not taken.",
};

/** Every refusal in words for the staff: what happened, what it means, what to do now. */
const refusals: FailurePhrases["refusals"] = {
  "request/invalid": ({ reason }) => ({ title: factText(reason) ?? "Something in this form is not right." }),
  "request/too-many": ({ retryAfterSeconds }) => ({
    title: "Too many tries in a short time.",
    detail: `Try again in ${factNumber(retryAfterSeconds)} seconds.`,
  }),
  "request/reused-key": () => ({ title: "This was already sent with other content.", detail: "Open the page anew." }),
  "session/required": () => ({ title: "Your session has ended.", detail: "Sign in again; nothing was changed." }),
  "session/wrong-password": () => ({ title: "Email and password do not match.", detail: "Check both and try again." }),
  "session/wrong-code": () => ({
    title: "The code is not right, or was used before.",
    detail: "Wait for the next one of your authenticator app.",
  }),
  "session/locked": () => ({
    title: "Too many wrong codes.",
    detail: "Wait fifteen minutes; until then even a right one is refused.",
  }),
  "member/email-taken": () => ({ title: "Another member has this email." }),
  "member/too-young": () => ({ title: "The member is too young for this storefront." }),
  "member/terms-not-accepted": () => ({ title: "The member has not accepted the terms in force." }),
  "member/email-not-confirmed": () => ({ title: "The member has not confirmed their email." }),
  "member/suspended": () => ({ title: "The member is suspended." }),
  "member/membership-inactive": () => ({ title: "The member has no active membership." }),
  "member/membership-unverified": () => ({ title: "The payment of the membership is not verified yet." }),
  "member/token-spent": () => ({ title: "The link was used or is too old." }),
  "staff/capability-missing": ({ capability }) => ({
    title: "Your roles do not allow this.",
    detail: `${isCapability(capability) ? `${whoMay(capability)} ` : ""}An administrator can give you the role.`,
  }),
  "thing/not-found": ({ thing }) => ({ title: `There is no such ${factText(thing) ?? "thing"}.` }),
  "quote/expired": () => ({ title: "The quote is older than ten minutes." }),
  "quote/price-changed": () => ({ title: "The price has changed since the quote." }),
  "credits/insufficient": ({ needed, available }) => ({
    title: "The wallet has not enough credits.",
    detail: `${factNumber(needed)} are needed and ${factNumber(available)} are available. No credits moved.`,
  }),
  "wallet/closed": () => ({
    title: "The wallet was closed when its credits were forfeited.",
    detail: "No credits can be granted before it is restored. Nothing was changed.",
  }),
  "generation/not-cancellable": () => ({ title: "The generation has already started." }),
  "generation/too-many-running": () => ({ title: "The member has several generations running already." }),
  "model/not-available": () => ({ title: "This model is not available now." }),
  "model/sunset": () => ({ title: "This model is no longer offered." }),
  "registry/changed": () => ({
    title: "The registry, or who is subscribed, has changed since the preview.",
    detail: "Nothing was done. Look at the preview anew.",
  }),
  "upload/unsupported": () => ({ title: "This kind of file is not taken." }),
  "upload/too-large": () => ({ title: "The file is too large." }),
  "upload/damaged": () => ({ title: "The file cannot be read." }),
  "upload/out-of-step": () => ({ title: "The file cannot be read." }),
  "artifact/gone": () => ({ title: "This file is gone, as its retention says.", detail: "Its record stays." }),
  "order/not-payable": () => ({ title: "This order can no longer be paid." }),
  "subscription/exists": () => ({ title: "The member has a subscription already.", detail: "Nothing was changed." }),
  "subscription/not-changeable": () => ({
    title: "As it stands, this subscription cannot be changed so.",
    detail: "Nothing was changed. Open the page anew to see how it stands.",
  }),
  "plan/changed": () => ({
    title: "What this would do has changed meanwhile.",
    detail: "Nothing was done. Look at the new preview.",
  }),
  "refund/plan-changed": () => ({
    title: "What this refund would do has changed meanwhile.",
    detail: "Nothing was done. Look at the new preview.",
  }),
  "refund/not-due": () => ({ title: "By the terms and the law no money is due here.", detail: "Nothing was done." }),
  "refund/needs-approval": () => ({
    title: "So much asks for a second person.",
    detail: "Nothing was done. Propose it, and somebody else approves or declines it.",
  }),
  "proposal/already-open": () => ({
    title: "There is an open proposal for this already.",
    detail: "Nothing was added. It has to be approved or declined first.",
  }),
  "proposal/already-decided": () => ({ title: "Somebody decided this proposal before you." }),
  "proposal/own": () => ({
    title: "You proposed this, so somebody else has to decide it.",
    detail: "Nothing was done.",
  }),
  "case/already-decided": ({ outcome }) => ({
    title: "Somebody decided this case before you.",
    detail: decided[factText(outcome) ?? ""] ?? "Your answer was not taken.",
  }),
  "case/appealed": () => ({
    title: "The member has appealed this.",
    detail: "The answer to the appeal decides it. You find it under Appeals.",
  }),
  "case/prompt-unread": () => ({
    title: "You have not read the prompt.",
    detail: "Nobody decides about words without having read them. Reveal the prompt on this page, then decide.",
  }),
  "appeal/not-open": ({ reason }) => ({ title: "This cannot be appealed.", detail: factText(reason) ?? "" }),
  "appeal/own-decision": () => ({
    title: "You had a part in the decision.",
    detail: "Somebody who neither took it nor opened its file answers the appeal.",
  }),
  "appeal/already-decided": ({ outcome }) => ({
    title: `This appeal was ${factText(outcome) ?? "answered"} already.`,
    detail: "Nothing was done.",
  }),
  "appeal/plan-changed": () => ({
    title: "What this would do has changed meanwhile.",
    detail: "Nothing was done. Look at it anew before you answer.",
  }),
  "case/already-open": () => ({
    title: "There is an open case about the same conduct.",
    detail: "The member's page lists it; what you saw belongs there.",
  }),
  "sanction/plan-changed": () => ({
    title: "What this would do has changed meanwhile.",
    detail: "Nothing was done. Look at the new preview.",
  }),
  "sanction/not-due": ({ reason }) => ({
    title: factText(reason) ?? "Nothing follows here.",
    detail: "Nothing was done.",
  }),
  "member/account-closed": () => ({ title: "The member's account is closed." }),
  "key/revoked": () => ({ title: "This key was revoked." }),
  "key/elsewhere": () => ({ title: "This key belongs to another storefront." }),
  "key/not-for-model": () => ({ title: "This key may not call that model." }),
  "key/budget-spent": () => ({ title: "This key's budget of the month is spent." }),
  "service/unavailable": () => ({
    title: "The service is not available for a moment.",
    detail: "Nothing was changed.",
  }),
};

const unexpected = {
  title: "That did not work.",
  detail: "The fault is on our side or on the line. Trying again is safe: what is sent twice is done once.",
};

/** An error in words for whoever sees it, field by field where the server said so. */
export function presentFailure(error: unknown): PresentedFailure {
  return phraseFailure(error, { refusals, unexpected });
}
