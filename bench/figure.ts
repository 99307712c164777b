/** One measured figure. `ratio` is value against its peer in the same run; `better` says which way is good. */
export type Figure = {
  bench: string;
  metric: string;
  value: number;
  unit: string;
  /** What it is held against, in words. */
  against: string;
  ratio: number;
  better: "lower" | "higher";
};

export type Bench = (say: (line: string) => void) => Promise<Figure[]>;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Distance between the quartiles, as a share of the median: how noisy the machine was. */
export function spread(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return (at(0.75) - at(0.25)) / median(values);
}
