import type { GenerationState } from "@covenant/domain";
import type { Tone } from "@covenant/ui";

/** The word and tone of every state; the word is the same here, in the console, in the API and in the docs. */
export const stateLook = {
  quoted: { label: "Quoted", tone: "neutral" },
  queued: { label: "Queued", tone: "info" },
  running: { label: "Running", tone: "info" },
  delivered: { label: "Delivered", tone: "ok" },
  blocked: { label: "Blocked", tone: "bad" },
  failed: { label: "Failed", tone: "warn" },
  cancelled: { label: "Cancelled", tone: "neutral" },
  expired: { label: "Expired", tone: "neutral" },
} as const satisfies Record<GenerationState, { label: string; tone: Tone }>;
