import type { MemberView } from "@covenant/domain";
import { redirect } from "@tanstack/react-router";
import { paths } from "../paths.ts";

/** Sends a visitor to sign in, and back here afterwards. For a route's `beforeLoad`. */
export function requireMember({
  context,
  location,
}: {
  context: { member: MemberView | null };
  location: { href: string };
}): void {
  if (context.member === null) throw redirect({ href: paths.signIn(location.href) });
}
