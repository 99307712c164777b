/** A page's search params as a filter bar takes them: what is not set is not there. */
export function filterValues<Id extends string>(
  search: Readonly<Partial<Record<Id, string | undefined>>>,
  ids: readonly Id[],
): { readonly [Key in Id]?: string } {
  const given = ids.flatMap((id) => (search[id] === undefined ? [] : [[id, search[id]] as const]));
  return Object.fromEntries(given) as { [Key in Id]?: string };
}
