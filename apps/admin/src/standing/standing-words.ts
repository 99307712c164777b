import type { SanctionKind, SanctionView } from "@covenant/domain";

export const sanctionTitles = {
  warning: "Warning",
  limit: "Limit",
  suspension: "Suspension",
  termination: "Closing of the account",
} as const satisfies Record<SanctionKind, string>;

/** What holds an account back now, in a word or two: the severest first; null where nothing does. */
export function standingOf(sanctions: readonly Pick<SanctionView, "kind" | "state">[]): string | null {
  const has = (kind: SanctionKind, state: SanctionView["state"]) =>
    sanctions.some((each) => each.kind === kind && each.state === state);
  if (has("termination", "in-force")) return "Closed";
  if (has("termination", "noticed")) return "To be closed";
  if (has("suspension", "in-force")) return "Suspended";
  return has("limit", "in-force") ? "Limited" : null;
}
