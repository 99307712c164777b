import { type SanctionPlanView, type SanctionQuestion, whoMay } from "@covenant/domain";
import type { Tone } from "@covenant/ui";
import { skipToken, useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** What is asked about a decision. The finding is "" until one is chosen. */
export type Asked = Omit<SanctionQuestion, "finding"> & { finding: SanctionQuestion["finding"] | "" };

/** What a preview has answered so far, and how to ask it again. */
export type Preview = { data: SanctionPlanView | undefined; error: unknown; refetch: () => unknown };

export const sanctionLabels = {
  "keys-end": { label: "Every API key ends", tone: "warn" },
  warning: { label: "Warning", tone: "warn" },
  limit: { label: "Limit", tone: "warn" },
  suspension: { label: "Suspension", tone: "bad" },
  termination: { label: "Closing of the account", tone: "bad" },
} as const satisfies Record<NonNullable<SanctionPlanView["sanction"]>, { label: string; tone: Tone }>;

/**
 * The query that previews a decision; asks nothing before something is found. One that is not fresh is refused when it is
 * sent, so each look asks again.
 */
export function previewOf({ finding, ...asked }: Asked) {
  return api.conduct.preview.queryOptions(finding === "" ? skipToken : { ...asked, finding }, { staleTime: 0 });
}

/** What confirming would do now. */
export function useSanctionPlan(asked: Asked): Preview {
  return useQuery(previewOf(asked));
}

/** Why it cannot be confirmed now; undefined where it can. */
export function reasonAgainst({ finding }: Asked, { data: plan, error }: Preview): string | undefined {
  // The form itself asks for the finding, at its field.
  if (finding === "") return undefined;
  if (error !== null) return "What this would do is not known.";
  if (plan === undefined) return "Wait until it is clear what this would do.";
  if (plan.sanction === null) return "Nothing follows under the terms, so there is nothing to confirm.";
  return plan.missing === null ? undefined : whoMay(plan.missing);
}
