import type { CancellationPlanView, SubscriptionId } from "@covenant/domain";
import { skipToken, useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** What a preview has answered so far, and how to ask it again. */
export type Preview = { data: CancellationPlanView | undefined; error: unknown; refetch: () => unknown };

/** What cancelling as of that moment would do, and why it cannot be done yet; asks nothing before there is a moment. */
export function useCancellationPlan(subscriptionId: SubscriptionId, receivedAt: string | null) {
  const question = receivedAt === null ? skipToken : { subscriptionId, receivedAt };
  const preview: Preview = useQuery(api.subscriptions.previewCancellation.queryOptions(question, { staleTime: 0 }));
  return { preview, reason: reasonAgainst(receivedAt, preview) };
}

function reasonAgainst(receivedAt: string | null, { data, error }: Preview): string | undefined {
  // The form itself asks for the moment, at its field.
  if (receivedAt === null) return undefined;
  if (error !== null) return "What this would do is not known.";
  return data === undefined ? "Wait until it is clear what this would do." : undefined;
}
