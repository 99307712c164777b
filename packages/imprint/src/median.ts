/** The lower median: of an even number of values the smaller of the two in the middle. */
export function medianOf(values: Float64Array): number {
  return values.toSorted()[(values.length - 1) >> 1] ?? 0;
}
