import { credits, newId, noteSchema, type OrderId, type RefundWay, refundGrounds, refundWays } from "@covenant/domain";
import { readLocalMoment } from "@covenant/ui";
import { useFormShell } from "@covenant/ui/form";
import { showToast } from "@covenant/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { useRefund, useRefundProposal } from "./use-refund.ts";
import { previewOf } from "./use-refund-plan.ts";

const blank: { ground: string; receivedAt: string; way: string; chosen: number | null; note: string } = {
  ground: "",
  receivedAt: "",
  way: "payment",
  chosen: null,
  note: "",
};
const refundForm = z.object({
  ground: z.pipe(z.string(), z.enum(refundGrounds, "Choose why.")),
  receivedAt: z.string(),
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
  const proposal = useRefundProposal();
  return useFormShell({
    defaultValues: blank,
    schema: refundForm,
    explainFailure: presentFailure,
    onSubmit: async ({ note, ...typed }) => {
      const receivedAt = typed.ground === "withdrawal" ? readLocalMoment(typed.receivedAt) : null;
      const asked = { ...typed, receivedAt };
      const plan = queryClient.getQueryData(previewOf({ orderId, ...asked }).queryKey);
      if (plan === undefined) return;
      const chosen = asked.chosen === null ? null : credits(asked.chosen);
      const request = {
        requestId,
        orderId,
        ground: asked.ground,
        way: asked.way,
        chosen,
        ...(receivedAt === null ? {} : { receivedAt }),
        note,
        expected: plan.moves,
      };
      if (plan.needsApproval) {
        await proposal.mutateAsync(request);
        showToast({
          tone: "ok",
          title: "The refund is proposed",
          detail: "Somebody else approves or declines it.",
        });
        return;
      }
      await refund.mutateAsync(request);
      showToast({ tone: "ok", title: toastTitles[asked.way], detail: plan.effects.join(" ") });
    },
  });
}
