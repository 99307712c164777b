import type { AppealOutcome, AppealState } from "@covenant/domain";
import type { Tone } from "@covenant/ui";

type Look = { label: string; tone: Tone };

export const appealLooks = {
  received: { label: "Received", tone: "info" },
  looking: { label: "Being looked at", tone: "info" },
  decided: { label: "Answered", tone: "neutral" },
} as const satisfies Record<AppealState, Look>;

export const answerLooks = {
  upheld: { label: "Upheld", tone: "ok" },
  rejected: { label: "Rejected", tone: "neutral" },
} as const satisfies Record<AppealOutcome, Look>;

/** How an appeal stands, or how it was answered. */
export function lookOf({ state, outcome }: { state: AppealState; outcome: AppealOutcome | null }): Look {
  return outcome === null ? appealLooks[state] : answerLooks[outcome];
}
