import type { MemberView } from "@covenant/domain";
import { redirect } from "@tanstack/react-router";
import { paths } from "../paths.ts";

type Visit = { context: { member: MemberView | null }; search: { next?: string } };

/** Sends who is signed in already, or now, to where they wanted to go. For a route's `beforeLoad`. */
export function requireVisitor({ context, search }: Visit): void {
  if (context.member !== null) throw redirect({ href: insideOf(search.next) });
}

/** Only an address of this site is followed. */
function insideOf(next: string | undefined): string {
  return next?.startsWith("/") === true && !next.startsWith("//") ? next : paths.create;
}
