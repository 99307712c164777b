import type { OrderView } from "@covenant/domain";
import type { Tone } from "@covenant/ui";

export const orderLooks = {
  placed: { label: "Waiting for payment", tone: "info" },
  paid: { label: "Paid", tone: "ok" },
  cancelled: { label: "Cancelled", tone: "neutral" },
  expired: { label: "Expired", tone: "neutral" },
} as const satisfies Record<OrderView["state"], { label: string; tone: Tone }>;
