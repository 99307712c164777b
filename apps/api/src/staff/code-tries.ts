import type { SqlRunner } from "@covenant/db";
import { Refusal, type StaffId } from "@covenant/domain";
import { countTry } from "../limits/count-try.ts";
import { forgiveTries } from "../sessions/sign-in-tries.ts";

/**
 * Counts a second factor before it is looked at: after five wrong ones in 15 minutes even the right one is refused,
 * however many come at once. Throws Refusal "session/locked".
 */
export async function countCode(db: SqlRunner, staffId: StaffId): Promise<void> {
  try {
    await countTry(db, keyOf(staffId), { most: 5, seconds: 15 * 60 });
  } catch (error) {
    throw error instanceof Refusal ? new Refusal("session/locked", error.facts) : error;
  }
}

/** A right code starts the count again. */
export async function forgiveCodes(db: SqlRunner, staffId: StaffId): Promise<void> {
  await forgiveTries(db, keyOf(staffId));
}

const keyOf = (staffId: StaffId) => `staff-code:${staffId}`;
