import { newId, type PaymentMethod } from "@covenant/domain";
import { Banner, Button } from "@covenant/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { admissionReason, useAdmission } from "../shell/admission.ts";
import { useStorefront } from "../shell/use-storefront.ts";

const labels = { card: "Buy with card", alipay: "Buy with Alipay" } as const satisfies Record<PaymentMethod, string>;

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
  const lock = admissionReason(useAdmission("buy"));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {paymentMethods.map((method) => (
          <Button
            key={method}
            variant={method === "card" ? "primary" : "secondary"}
            isPending={place.isPending && place.variables.method === method}
            disabledReason={lock}
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
