/** What a strike of one gravity weighs, and how many civil days from the breach it counts. */
export type StrikeWorth = { readonly weight: number; readonly expiresAfterDays: number };

/** What strikes weigh under one version of the terms: `grave` where a person is hurt who never took part. */
export type StrikeScale = Readonly<Record<"grave" | "ordinary", StrikeWorth>>;

/** A scale on which ordinary strikes count for a number of days, and grave ones weigh three and last two years. */
export function strikeScale(ordinaryDays: number): StrikeScale {
  return {
    grave: { weight: 3, expiresAfterDays: 730 },
    ordinary: { weight: 1, expiresAfterDays: ordinaryDays },
  };
}
