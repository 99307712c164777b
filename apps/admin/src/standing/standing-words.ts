import type { SanctionKind, SanctionState, StrikeState } from "@covenant/domain";
import type { Tone } from "@covenant/ui";

type Look = { label: string; tone: Tone };

export const strikeLooks = {
  pending: { label: "Waits for a person", tone: "warn" },
  counting: { label: "Counts", tone: "bad" },
  void: { label: "Void", tone: "neutral" },
  expired: { label: "Expired", tone: "neutral" },
} as const satisfies Record<StrikeState, Look>;

export const sanctionTitles = {
  warning: "Warning",
  limit: "Limit",
  suspension: "Suspension",
  termination: "Closing of the account",
} as const satisfies Record<SanctionKind, string>;

export const sanctionLooks = {
  given: { label: "Given", tone: "warn" },
  "in-force": { label: "In force", tone: "bad" },
  noticed: { label: "Announced", tone: "warn" },
  over: { label: "Over", tone: "neutral" },
  undone: { label: "Undone", tone: "ok" },
} as const satisfies Record<SanctionState, Look>;
