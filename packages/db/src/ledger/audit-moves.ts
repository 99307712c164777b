import type { Bucket } from "@covenant/domain";

/** Where credits may go that come back to a lot: to the member, or where its dispute, its end or a forfeiture sends them. */
const back = ["available", "frozen", "expired", "forfeited", "charged-back"] as const;

/** What each kind of entry may move. The table has the same rule in `ledger.is_sound_entry`; this is the second opinion. */
const moves: Record<string, { from: readonly Bucket[]; to: readonly Bucket[] }> = {
  grant: { from: ["issued"], to: ["available", "expired"] },
  hold: { from: ["available"], to: ["held"] },
  review: { from: ["held"], to: ["held"] },
  capture: { from: ["held"], to: ["spent"] },
  release: { from: ["held"], to: back },
  "pay-back": { from: ["spent"], to: back },
  expire: { from: ["available"], to: ["expired"] },
  reclaim: { from: ["available"], to: ["reclaimed"] },
  unreclaim: { from: ["reclaimed"], to: back },
  freeze: { from: ["available"], to: ["frozen"] },
  unfreeze: { from: ["frozen"], to: ["available", "expired"] },
  chargeback: { from: ["frozen"], to: ["charged-back"] },
  unchargeback: { from: ["charged-back"], to: ["available", "expired", "forfeited"] },
  forfeit: { from: ["available", "frozen"], to: ["forfeited"] },
  restore: { from: ["forfeited"], to: ["available", "frozen", "expired", "charged-back"] },
  adjust: { from: ["available"], to: ["adjusted"] },
};

/** The same as rows of SQL: `('hold', 'available', 'held'), …`. */
export const legalMoves = Object.entries(moves)
  .flatMap(([kind, { from, to }]) => from.flatMap((source) => to.map((target) => [kind, source, target])))
  .map((move) => `(${move.map((word) => `'${word}'`).join(", ")})`)
  .join(", ");
