/** A moment as a `MomentField` holds it: the minute of the reader's own zone, without a zone. */
export function localMoment(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** The moment that a `MomentField` means, as ISO 8601 in UTC; null while it holds none. */
export function readLocalMoment(typed: string): string | null {
  // The language reads a day with a time and without a zone in the reader's zone.
  const at = new Date(typed);
  return typed === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
