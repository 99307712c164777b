/**
 * How firmly a breach stands, from not at all to proven: `weak` is a flag without a category or certainty, `suspected`
 * one strong voice alone, `established` two independent voices that agree or a person's decision.
 */
export const standings = ["none", "weak", "suspected", "established"] as const;
export type Standing = (typeof standings)[number];

/** How firmly it stands, in the staff's words. */
export const standingWords = {
  none: "nothing spoke for a breach",
  weak: "a breach was doubtful",
  suspected: "one sure check alone spoke for a breach",
  established: "the breach was proven",
} as const satisfies Record<Standing, string>;
