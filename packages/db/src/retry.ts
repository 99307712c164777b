import { sqlstateOf } from "./sqlstate.ts";

const serializationFailure = "40001";
const deadlockDetected = "40P01";

/** Whether the whole transaction was undone by a race and may simply be run again. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlstateOf(error);
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return state === serializationFailure || state === deadlockDetected || code === "P2034";
}

/** Whether a unique constraint said no: somebody else wrote the same thing first. */
export function isDuplicate(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return sqlstateOf(error) === "23505" || code === "P2002";
}
