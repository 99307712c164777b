import { formatCredits, type MemberView, type QuoteView } from "@covenant/domain";

/** Why nothing can be generated now; undefined when it can. */
export function lockReason(member: MemberView | null, quote: QuoteView | null): string | undefined {
  if (member === null) return "Sign in to generate.";
  if (!member.emailConfirmed) return "Confirm your email first.";
  if (quote !== null && quote.balanceAfter < 0) return `Your balance is ${formatCredits(-quote.balanceAfter)} short.`;
  return undefined;
}
