import type { SqlRunner } from "@covenant/db";
import type { Signal, ViolationCategory } from "@covenant/domain";
import { type Imprint, qualityAtLeast } from "@covenant/imprint";
import { findNearestBar, type NearBar } from "./bars-store.ts";

/** What the list of barred pictures says of one: a voice like the others, and for staff which entry spoke. */
export type Barred = { readonly signal: Signal; readonly near: NearBar };

/** Whether a picture is near one that was barred, however it is turned. Null too where it has too little in it to tell. */
export async function findBarred(db: SqlRunner, { turns, quality }: Imprint): Promise<Barred | null> {
  if (quality < qualityAtLeast) return null;
  const near = await findNearestBar(db, turns);
  return near && { near, signal: signalOf(near.category) };
}

/** The reference calls up to 31 of 256 bits a confident match: a sure voice, and one alone all the same. */
export function signalOf(category: ViolationCategory): Signal {
  return { source: "imprint", category, confidence: 0.9 };
}
