/** How long what was delivered took, in seconds, of the attempts `a` of a group: `share` of them took no longer. */
export function secondsAt(share: 0.5 | 0.95): string {
  return `percentile_cont(${share}) WITHIN GROUP (ORDER BY extract(epoch FROM a.ended_at - a.created_at)::float8)
    FILTER (WHERE ${delivered})`;
}

/** That an attempt `a` ended well. */
export const delivered = "a.state = 'finished'";

/** That an attempt `a` failed for what it asked, or for what came of it; `$2` lists the faults of the world. */
export const refused = "a.failure ->> 'class' <> ALL ($2::text[])";

/** That an attempt `a` failed through the world, by the classes that the parameter lists. */
export const failedByWorld = (classes: `$${number}`) => `a.failure ->> 'class' = ANY (${classes}::text[])`;
