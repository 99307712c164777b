import { type Credits, formatCredits } from "@covenant/domain";

/** What becomes of credits that open cases hold when their account is closed; undefined where none are held. */
export function sayHeld(held: Credits, left: "forfeited" | "left"): string | undefined {
  if (held === 0) return undefined;
  const otherwise = left === "forfeited" ? "lost like the rest" : "back with those that are left";
  return `Held by open cases: ${formatCredits(held)}. They end as their case decides: spent, or ${otherwise}.`;
}
