/** SQL that spells a `timestamptz` as an ISO instant: text, because drivers disagree on what a date is. */
export function isoInstant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
