import { createHash } from "node:crypto";
import { type Group, groups } from "@covenant/policy";
import { groupsByHash } from "./groups-by-hash.ts";

/** Where a word of a library belongs, and how sure a match is. */
export type Standing = { readonly group: Group; readonly score: number };

export const sureScore = 0.9;
const [doubtful, mild] = [0.55, 0.45];

const standings = new Map(
  Object.entries(groupsByHash).flatMap(([key, hashes]) => {
    const group = groups.find((each) => each === key.replace(/[?~]$/, ""));
    if (group === undefined) throw new Error(`${key} is no group of terms`);
    const standing: Standing = { group, score: scoreOf(key) };
    return hashes.split(" ").map((hash): [string, Standing] => [hash, standing]);
  }),
);

function scoreOf(key: string): number {
  if (key.endsWith("~")) return mild;
  return key.endsWith("?") ? doubtful : sureScore;
}

/** The standing of a library's word; null for one that has none, which is not looked for. */
export function groupOf(word: string): Standing | null {
  const hash = createHash("sha256").update(word.toLowerCase().normalize("NFC")).digest("hex");
  return standings.get(hash.slice(0, 8)) ?? null;
}

/** Whether a word is sure enough to be looked for in all its forms. */
export function isSure({ score }: Standing): boolean {
  return score === sureScore;
}
