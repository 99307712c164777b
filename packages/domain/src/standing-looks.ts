import type { StrikeState } from "./case.ts";
import type { SanctionState } from "./standing.ts";

// How a record is named wherever it is shown, to its member and to staff, with what a badge means by its colour.

type Look = { readonly label: string; readonly tone: "ok" | "warn" | "bad" | "neutral" };

export const strikeLooks = {
  pending: { label: "Waits for a person", tone: "warn" },
  counting: { label: "Counts", tone: "bad" },
  void: { label: "Void", tone: "ok" },
  expired: { label: "Expired", tone: "neutral" },
} as const satisfies Record<StrikeState, Look>;

export const sanctionLooks = {
  given: { label: "Given", tone: "warn" },
  "in-force": { label: "In force", tone: "bad" },
  noticed: { label: "Announced", tone: "warn" },
  over: { label: "Over", tone: "neutral" },
  undone: { label: "Undone", tone: "ok" },
} as const satisfies Record<SanctionState, Look>;
