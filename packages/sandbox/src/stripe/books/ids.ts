import { randomBytes } from "node:crypto";

/** An id in Stripe's manner: prefix and 24 letters and digits. */
export function newId(prefix: string): string {
  const letters = randomBytes(36)
    .toString("base64")
    .replace(/[^A-Za-z0-9]/g, "");
  return `${prefix}_${letters.slice(0, 24).padEnd(24, "0")}`;
}

/** The id of what a field holds: an id, or the object itself where it was expanded. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null);
}
