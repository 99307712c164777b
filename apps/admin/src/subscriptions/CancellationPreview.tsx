import { type CancellationPlanView, formatMoney } from "@covenant/domain";
import { exactTime, TextLink } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { PreviewCard } from "../shell/PreviewCard.tsx";
import type { Preview } from "./use-cancellation-plan.ts";

/** What a cancellation as of the mail's arrival would do: when it ends, and each renewal that goes back. */
export function CancellationPreview({ preview }: { preview: Preview }) {
  return <PreviewCard preview={preview} effects={effectsOf} />;
}

function effectsOf({ endsAt, payBack }: CancellationPlanView): ReactNode[] {
  const isAhead = Date.parse(endsAt) > Date.now();
  return [
    isAhead
      ? `It ends on ${exactTime(endsAt)}, and is not charged again.`
      : "It ends at once, and is not charged again.",
    ...(payBack.length === 0
      ? ["No renewal was charged since, so no money goes back."]
      : payBack.map(({ orderId, amount }) => (
          <>
            {formatMoney(amount)} of <TextLink href={paths.order(orderId)}>a renewal that was charged since</TextLink>{" "}
            go back.
          </>
        ))),
    "The member is told by mail.",
  ];
}
