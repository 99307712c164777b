import type { OrderView } from "@covenant/domain";
import type { Tone } from "@covenant/ui";

export const orderLooks = {
  placed: { label: "Waiting for payment", tone: "info" },
  paid: { label: "Paid", tone: "ok" },
  cancelled: { label: "Cancelled", tone: "neutral" },
  expired: { label: "Expired", tone: "neutral" },
  refunding: { label: "Refund on its way", tone: "info" },
  "partly-refunded": { label: "Refunded in part", tone: "neutral" },
  refunded: { label: "Refunded", tone: "neutral" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
  disputed: { label: "Disputed at your bank", tone: "warn" },
  "taken-back": { label: "Taken back by your bank", tone: "neutral" },
} as const satisfies Record<OrderView["standing"], { label: string; tone: Tone }>;
