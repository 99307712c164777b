/** How often one caller may call one procedure: `most` times in any window of `seconds`. */
export type Rate = { scope: "caller"; most: number; seconds: number } | { scope: null };

/** Reads cost little and are bounded by the batch limit; what writes, guesses or spends is counted. */
export const rates = {
  read: { scope: null },
  write: { scope: "caller", most: 120, seconds: 60 },
  spend: { scope: "caller", most: 60, seconds: 60 },
  guess: { scope: "caller", most: 20, seconds: 15 * 60 },
} as const satisfies Record<string, Rate>;

export type RateClass = keyof typeof rates;
