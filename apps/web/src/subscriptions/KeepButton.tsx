import type { SubscriptionView } from "@covenant/domain";
import { Button } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { useTakeOver } from "./use-take-over.ts";

/** Takes a cancellation back while the paid period runs. */
export function KeepButton({ subscription: { planName } }: { subscription: SubscriptionView }) {
  const keep = useMutation(api.subscriptions.keep.mutationOptions({ onSuccess: useTakeOver() }));
  return (
    <span className="flex flex-col items-start gap-1">
      <Button variant="primary" isPending={keep.isPending} onClick={() => keep.mutate()}>
        Keep {planName}
      </Button>
      {keep.isError && (
        <span role="alert" className="text-small text-bad">
          {presentFailure(keep.error).title}
        </span>
      )}
    </span>
  );
}
