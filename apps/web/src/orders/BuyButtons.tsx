import { type AdmissionView, newId, type PaymentMethod } from "@covenant/domain";
import { Banner, Button } from "@covenant/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { useStorefront } from "../shell/use-storefront.ts";

const labels = { card: "Buy with card", alipay: "Buy with Alipay" } as const satisfies Record<PaymentMethod, string>;

/** Beside each button in few words; the notice above the packs says them in full, with the way out. */
const reasons = {
  "member/too-young": "You are too young to buy credits here.",
  "member/suspended": "Your account is suspended.",
  "member/terms-not-accepted": "Accept the terms first.",
  "member/email-not-confirmed": "Confirm your email first.",
} as const satisfies Record<NonNullable<AdmissionView["refusal"]>, string>;

/** Places an order and leads to the payment page. The credits come when the payment is verified, not before. */
export function BuyButtons({ packId }: { packId: string }) {
  const { paymentMethods } = useStorefront();
  // Made once per pack on this page: pressing again after a broken line finds the same order.
  const [requestIds] = useState(() => ({ card: newId("request"), alipay: newId("request") }));
  const place = useMutation(
    api.orders.place.mutationOptions({
      onSuccess: ({ checkoutUrl, id }) => window.location.assign(checkoutUrl ?? paths.order(id)),
    }),
  );
  const refusal = useQuery(api.members.admission.queryOptions()).data?.refusal ?? null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {paymentMethods.map((method) => (
          <Button
            key={method}
            variant={method === "card" ? "primary" : "secondary"}
            isPending={place.isPending && place.variables.method === method}
            disabledReason={refusal === null ? undefined : reasons[refusal]}
            onClick={() => place.mutate({ requestId: requestIds[method], packId, method, asksToStart: true })}
          >
            {labels[method]}
          </Button>
        ))}
      </div>
      {place.isError && <Banner tone="bad" title={presentFailure(place.error).title} />}
    </div>
  );
}
