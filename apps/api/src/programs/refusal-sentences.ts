import type { Refusal, RefusalCode } from "@covenant/domain";

type Sentence = string | ((facts: Refusal["facts"]) => string);

/** What a program reads when its call is refused: what happened and what to change. */
const sentences: Partial<Record<RefusalCode, Sentence>> = {
  "session/required":
    "Send an API key of ours as 'Authorization: Bearer cov_live_…': there was none, or one of another form.",
  "key/revoked": "This API key does not exist, was revoked, or has expired. Create another on the site.",
  "key/not-for-model": ({ models }) => `This API key may call ${models} only.`,
  "key/budget-spent": ({ budget, used }) =>
    `This API key may take ${budget} credits a month, and has taken ${used}. Nothing was charged. It goes on with the next month (UTC).`,
  "key/elsewhere": ({ origin }) => `This API key belongs to another storefront: call ${origin}/v1.`,
  "credits/insufficient": "The balance is too low for this call. Nothing was charged. Buy credits on the site.",
  "model/not-available": "There is no such model here. GET /v1/models lists them.",
  "model/sunset": ({ since, successorId }) =>
    `This model is no longer offered since ${since}.${successorId === null ? "" : ` Use ${successorId}.`} GET /v1/models lists what is.`,
  "request/too-many": "Too many calls. Wait for the seconds given in Retry-After.",
  "request/reused-key": "This Idempotency-Key came before with another request. Use a new key for a new request.",
  "member/email-not-confirmed": "Confirm the email of this account first: the link was sent when it was made.",
  "member/terms-not-accepted": "The terms have changed. Sign in on the site and accept them first.",
  "member/suspended": "This account is suspended. The reason was sent by mail.",
  "generation/too-many-running": ({ most }) =>
    `This account is limited to ${most} generation at a time. Wait for one to end, then call again. Nothing was charged.`,
  "generation/not-cancellable": "It is over: there is nothing left to cancel.",
  "quote/expired": "This quote is older than ten minutes. Ask for another with 'dry_run'.",
  "thing/not-found": ({ thing }) => `There is no such ${thing}, or it is not yours.`,
};

const models: ReadonlySet<RefusalCode> = new Set(["model/not-available", "model/sunset"]);

/** The field of `/v1` that a field of ours stands for, and what to do about it. */
const fields: Record<string, { param: string; advice: string } | undefined> = {
  size: { param: "size", advice: "Change 'size', or leave it out." },
  count: { param: "n", advice: "Send a smaller 'n'." },
  prompt: { param: "prompt", advice: "Say what to make in 'prompt'." },
  uploadId: { param: "model", advice: "Choose another 'model'." },
};

/** A refusal in one sentence for whoever wrote the program, and the field it is about. */
export function sentenceOf({ code, facts }: Refusal): { message: string; param: string | null } {
  const reason = String(facts.reason ?? facts.explanation ?? `The request was refused: ${code}.`);
  const field = fields[String(facts.field)];
  if (field !== undefined) return { message: `${field.advice} ${reason}`, param: field.param };
  const sentence = sentences[code] ?? reason;
  const message = typeof sentence === "string" ? sentence : sentence(facts);
  return { message, param: models.has(code) ? "model" : null };
}
