import type { AppealedThing } from "./appeal.ts";

/** Where a decision is appealed, at the storefront it was taken at. Every notice and every refusal that blames carries it. */
export function appealPath(about: AppealedThing): string {
  return `/appeal/${about}`;
}
