import { Button } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

/** Leads to the processor's page where the card is changed and invoices are found. No card detail passes through here. */
export function PortalButton() {
  const portal = useMutation(
    api.subscriptions.portal.mutationOptions({ onSuccess: ({ url }) => window.location.assign(url) }),
  );
  return (
    <span className="flex flex-col items-start gap-1">
      <Button isPending={portal.isPending} onClick={() => portal.mutate()}>
        Card and invoices
      </Button>
      {portal.isError && (
        <span role="alert" className="text-small text-bad">
          {presentFailure(portal.error).title}
        </span>
      )}
    </span>
  );
}
