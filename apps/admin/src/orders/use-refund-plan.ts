import {
  credits,
  formatCredits,
  formatMoney,
  type OrderId,
  type RefundGround,
  type RefundPlanView,
  type RefundWay,
} from "@covenant/domain";
import { skipToken, useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** What a refund is asked about. The ground is "" until one is chosen, `chosen` null until a number is. */
export type Asked = {
  orderId: OrderId;
  ground: RefundGround | "";
  chosen: number | null;
  way: RefundWay;
  /** Of a withdrawal: when it arrived; null for now. */
  receivedAt: string | null;
};

/** What a preview has answered so far, and how to ask it again. */
export type Preview = { data: RefundPlanView | undefined; error: unknown; refetch: () => unknown };

/** The query that previews a refund; asks nothing before a ground is chosen. */
export function previewOf({ orderId, ground, chosen, way, receivedAt }: Asked) {
  const arrival = receivedAt === null ? {} : { receivedAt };
  const question =
    ground === "" ? skipToken : { orderId, ground, way, chosen: chosen === null ? null : credits(chosen), ...arrival };
  // A preview that is not fresh is refused when it is sent, so each look at it asks again.
  return api.refunds.preview.queryOptions(question, { staleTime: 0 });
}

/**
 * What a refund would do now. Where the terms leave the number to a person, `most` is the highest; until one that can
 * be is chosen, the preview says that a person has to choose.
 */
export function useRefundPlan(asked: Asked): { most: number; preview: Preview } {
  const unchosen = useQuery(previewOf({ ...asked, chosen: null }));
  const most = unchosen.data?.outcome === "ask-person" ? unchosen.data.choosable : 0;
  const canBe = asked.chosen !== null && Number.isInteger(asked.chosen) && asked.chosen >= 0 && asked.chosen <= most;
  const chosen = useQuery(previewOf(canBe && most > 0 ? asked : { ...asked, ground: "" }));
  return { most, preview: canBe && most > 0 ? chosen : unchosen };
}

/** The button's words: what goes back, or is given in its place. */
export function labelOf(plan: RefundPlanView | undefined, way: RefundWay): string {
  if (plan?.needsApproval === true) return `Propose ${formatMoney(plan.amount)} to a second person`;
  if (plan?.outcome === "refund" && way === "transfer") return `I send ${formatMoney(plan.amount)} by transfer`;
  if (plan?.outcome === "refund") return `Refund ${formatMoney(plan.amount)}`;
  if (plan?.outcome === "goodwill") return `Give ${formatCredits(plan.moves.goodwill)}`;
  return "Refund";
}

type Now = {
  preview: Preview;
  /** A refund of the order waits for a second person. */
  isProposed: boolean;
};

/** Why what is asked cannot be done now; undefined where it can. */
export function reasonAgainst({ ground, chosen }: Asked, { preview, isProposed }: Now): string | undefined {
  const { data: plan, error } = preview;
  // The form itself asks for the ground, at its field.
  if (ground === "") return undefined;
  if (error !== null) return "What this would do is not known.";
  if (plan === undefined) return "Wait until it is clear what this would do.";
  if (plan.outcome === "none") return "No money is due on this ground.";
  if (plan.needsApproval && isProposed) return "A refund of this order is proposed already, and decided first.";
  if (plan.outcome !== "ask-person") return undefined;
  if (chosen === null) return "Choose how many credits to take back.";
  return `Choose a whole number, up to ${formatCredits(plan.choosable)}.`;
}
