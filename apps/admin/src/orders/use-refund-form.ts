import { credits, newId, noteSchema, type OrderId, type RefundWay, refundGrounds, refundWays } from "@covenant/domain";
import { useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { useRefund } from "./use-refund.ts";
import { previewOf } from "./use-refund-plan.ts";

const blank: { ground: string; way: string; chosen: number | null; note: string } = {
  ground: "",
  way: "payment",
  chosen: null,
  note: "",
};
const refundForm = z.object({
  ground: z.pipe(z.string(), z.enum(refundGrounds, "Choose why.")),
  way: z.pipe(z.string(), z.enum(refundWays)),
  chosen: z.nullable(z.int("A whole number of credits.").check(z.gte(0, "Not fewer than none."))),
  note: noteSchema("Say why: the reason is kept with the refund."),
});

const toastTitles = {
  payment: "The refund is under way",
  transfer: "The refund is written down: now make the transfer",
} as const satisfies Record<RefundWay, string>;

/** The refund's form. It sends the moves of the preview that is on the screen, so that nothing else can be done. */
export function useRefundForm(orderId: OrderId) {
  // Made once, so that a press that is sent twice is one refund.
  const [requestId] = useState(() => newId("request"));
  const queryClient = useQueryClient();
  const refund = useRefund();
  return useFormShell({
    defaultValues: blank,
    schema: refundForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note, ...asked }) => {
      const plan = queryClient.getQueryData(previewOf({ orderId, ...asked }).queryKey);
      if (plan === undefined) return;
      const chosen = asked.chosen === null ? null : credits(asked.chosen);
      await refund.mutateAsync({
        requestId,
        orderId,
        ground: asked.ground,
        way: asked.way,
        chosen,
        note,
        expected: plan.moves,
      });
      showToast({ tone: "ok", title: toastTitles[asked.way], detail: plan.effects.join(" ") });
    },
  });
}
