import { appealPath, type EndReason, type GenerationState, type GenerationView, isTerminal } from "@covenant/domain";
import { creditsOf } from "./credits-of.ts";
import type { Problem } from "./problem-schema.ts";

type Kind = Pick<Problem, "class" | "stage" | "retryable">;

/** What each ending is to a program, which decides by it whether to change the request, wait, or try again. */
const kinds = {
  "prompt-blocked": { class: "policy_input", stage: "screening", retryable: false },
  "upload-blocked": { class: "policy_input", stage: "screening", retryable: false },
  "upstream-refused-prompt": { class: "policy_input", stage: "upstream", retryable: false },
  "output-refused": { class: "policy_output", stage: "output", retryable: true },
  "provider-failed": { class: "transient", stage: "upstream", retryable: true },
  "provider-timeout": { class: "timeout", stage: "upstream", retryable: true },
  "bad-input": { class: "bad_input", stage: "upstream", retryable: false },
  "not-started-in-time": { class: "capacity", stage: "queue", retryable: true },
  "model-stopped": { class: "capacity", stage: "queue", retryable: true },
  "account-stopped": { class: "account", stage: "queue", retryable: false },
  "cancelled-by-member": { class: "cancelled", stage: "queue", retryable: false },
} as const satisfies Record<Exclude<EndReason, "delivered">, Kind>;

const unfinished: Kind = { class: "unfinished", stage: "upstream", retryable: true };

/** The HTTP status for whoever waited for the files of a generation in this state. */
const statusOf = {
  quoted: 504,
  queued: 504,
  running: 504,
  delivered: 200,
  blocked: 400,
  failed: 502,
  cancelled: 409,
  expired: 504,
} as const satisfies Record<GenerationState, number>;

/** Why a generation has no files, as a program reads it, with its clauses and what the ledger says it cost. */
export function problemOfGeneration(view: GenerationView): Problem {
  const { id, state, reason, category, rulings, appeal } = view;
  const kind = reason === null || reason === "delivered" ? unfinished : kinds[reason];
  return {
    ...kind,
    status: statusOf[state],
    // Clients of OpenAI's API handle a block by this code.
    code: state === "blocked" ? "content_policy_violation" : isTerminal(state) ? `generation/${state}` : stillRunning,
    message: isTerminal(state) ? view.sentence : `${view.sentence} GET /v1/generations/${id} says when it is done.`,
    param: null,
    category,
    clauses: [...new Set(rulings.flatMap((ruling) => ruling.clauses.map((clause) => clause.id)))],
    credits: creditsOf(view),
    generation_id: id,
    appeal: appeal?.isOpen === true ? { path: appealPath(appeal.about), until: appeal.until } : null,
  };
}

const stillRunning = "generation/still-running";
