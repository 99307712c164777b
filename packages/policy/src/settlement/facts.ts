import { type EndReason, endReasons } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";
import { type Standing, standings, standingWords } from "../standing.ts";

export type SettlementFacts = {
  readonly reason: EndReason;
  readonly standing: Standing;
  /** How much of what was asked for the member has. */
  readonly outputs: "none" | "some" | "all";
};

/** What becomes of the hold: captured for what was delivered or for the whole request, given back, or kept for a person. */
export type SettlementVerdict =
  | { readonly credits: "capture"; readonly share: "delivered" | "requested" }
  | { readonly credits: "release" }
  | { readonly credits: "review"; readonly days: number };

export const onSettlement = conditionsOn<SettlementFacts>();

/** Ends that a block by us or a refusal by an upstream brought about. */
export const blockReasons = ["prompt-blocked", "upload-blocked", "upstream-refused-prompt", "output-refused"] as const;
/** The blocks that speak of what the member gave, not of what the model made. */
export const ownDoing = ["prompt-blocked", "upload-blocked", "upstream-refused-prompt"] as const;
/** Ends by failure, which are nobody's breach. */
export const failureReasons = [
  "provider-failed",
  "provider-timeout",
  "bad-input",
  "not-started-in-time",
  "model-stopped",
  "account-stopped",
] as const;

/** Ends that come before any output can exist. */
const beforeOutputs: readonly EndReason[] = [
  "prompt-blocked",
  "upload-blocked",
  "bad-input",
  "not-started-in-time",
  "model-stopped",
  "account-stopped",
];

/** Whether an end can come with that much delivered: nothing is delivered by a block, and `delivered` delivers. */
export function canEndWith(reason: EndReason, outputs: SettlementFacts["outputs"]): boolean {
  if (reason === "delivered") return outputs !== "none";
  return outputs === "none" || !beforeOutputs.includes(reason);
}

/** How a generation ended, in the staff's words. */
export const endWords = {
  "prompt-blocked": "the prompt was stopped before anything ran",
  "upload-blocked": "the upload was stopped before anything ran",
  "output-refused": "a safety check refused what the model had made",
  "upstream-refused-prompt": "the company that runs the model refused the prompt",
  "provider-failed": "the company that runs the model failed",
  "provider-timeout": "the company that runs the model took too long",
  "bad-input": "the file or the settings could not be used",
  "not-started-in-time": "the request waited too long to start",
  "model-stopped": "we stopped the model before the request had started",
  "account-stopped": "the account was suspended or closed before it started",
  "cancelled-by-member": "the member cancelled",
  delivered: "the request was done",
} as const satisfies Record<EndReason, string>;

export const outputWords = {
  none: "the member has no result",
  some: "the member has some of the results",
  all: "the member has every result",
} as const satisfies Record<SettlementFacts["outputs"], string>;

export const settlementFamily: Family<SettlementFacts> = {
  name: "settlement",
  question: "settlement",
  points: () =>
    endReasons.flatMap((reason) =>
      standings.flatMap((standing) =>
        (["none", "some", "all"] as const)
          .filter((outputs) => canEndWith(reason, outputs))
          .map((outputs) => ({ reason, standing, outputs })),
      ),
    ),
  tell: ({ reason, standing, outputs }) => [endWords[reason], standingWords[standing], outputWords[outputs]],
};
