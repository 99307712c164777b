import { Refusal, type RefusalCode, type RefusalFacts } from "@covenant/domain";
import type { FormFailure } from "@covenant/ui/form";
import { TRPCClientError } from "@trpc/client";

type Refused = { code: RefusalCode; facts: RefusalFacts };
type ErrorData = { requestId?: string | null; refusal?: Refused | null; fields?: Record<string, string> | null };

/** The refusal inside an error, the api's or a page's own; null when the error is something else. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refusal) return { code: error.code, facts: error.facts };
  return dataOf(error)?.refusal ?? null;
}

/** The server's request id, for whoever reads the log. */
export function requestIdOf(error: unknown): string | null {
  return dataOf(error)?.requestId ?? null;
}

function dataOf(error: unknown): ErrorData | null {
  return error instanceof TRPCClientError ? (error.data as ErrorData | null) : null;
}

type Words = { title: string; detail?: string };

const number = (fact: unknown) => (typeof fact === "number" ? fact : 0);
const text = (fact: unknown) => (typeof fact === "string" ? fact : undefined);

const decided: Readonly<Record<string, string>> = {
  confirmed: "The breach was confirmed; your answer was not taken.",
  overturned: "The block was overturned; your answer was not taken.",
};

/** Every refusal in words for the staff: what happened, what it means, what to do now. */
const words: Record<RefusalCode, (facts: RefusalFacts) => Words> = {
  "request/invalid": ({ reason }) => ({ title: text(reason) ?? "Something in this form is not right." }),
  "request/too-many": ({ retryAfterSeconds }) => ({
    title: "Too many tries in a short time.",
    detail: `Try again in ${number(retryAfterSeconds)} seconds.`,
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
  "member/token-spent": () => ({ title: "The link was used or is too old." }),
  "staff/capability-missing": ({ capability }) => ({
    title: "Your roles do not allow this.",
    detail: `It needs ${text(capability) ?? "another capability"}. An administrator can give it to you.`,
  }),
  "thing/not-found": ({ thing }) => ({ title: `There is no such ${text(thing) ?? "thing"}.` }),
  "quote/expired": () => ({ title: "The quote is older than ten minutes." }),
  "quote/price-changed": () => ({ title: "The price has changed since the quote." }),
  "credits/insufficient": ({ needed, available }) => ({
    title: "The wallet has not enough credits.",
    detail: `${number(needed)} are needed and ${number(available)} are available. No credits moved.`,
  }),
  "generation/not-cancellable": () => ({ title: "The generation has already started." }),
  "generation/too-many-running": () => ({ title: "The member has several generations running already." }),
  "model/not-available": () => ({ title: "This model is not available now." }),
  "upload/unsupported": () => ({ title: "This kind of file is not taken." }),
  "upload/too-large": () => ({ title: "The file is too large." }),
  "upload/damaged": () => ({ title: "The file cannot be read." }),
  "artifact/gone": () => ({ title: "This file is gone, as its retention says.", detail: "Its record stays." }),
  "order/not-payable": () => ({ title: "This order can no longer be paid." }),
  "case/already-decided": ({ outcome }) => ({
    title: "Somebody decided this case before you.",
    detail: decided[text(outcome) ?? ""] ?? "Your answer was not taken.",
  }),
  "key/revoked": () => ({ title: "This key was revoked." }),
  "service/unavailable": () => ({
    title: "The service is not available for a moment.",
    detail: "Nothing was changed.",
  }),
};

/** An error as a form shows it. Field by field where the server said so; never a raw message of a bug. */
export function presentFailure(error: unknown): FormFailure {
  const requestId = requestIdOf(error);
  return { ...wordsOf(error), ...(requestId === null ? {} : { requestId }) };
}

function wordsOf(error: unknown): FormFailure {
  const refusal = refusalOf(error);
  if (refusal !== null) return words[refusal.code](refusal.facts);
  const fields = dataOf(error)?.fields;
  if (fields) return { title: "Some of this needs correcting.", fields };
  return {
    title: "That did not work.",
    detail: "The fault is on our side or on the line. Trying again is safe: what is sent twice is done once.",
  };
}
