import { formatCredits } from "@covenant/domain";
import { Link } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { useMember } from "./use-member.ts";

/** What there is to spend, and what is set aside; leads to where each credit is accounted for. */
export function BalancePill() {
  const wallet = useMember()?.wallet;
  if (wallet === undefined) return null;
  return (
    <Link
      to={paths.billing}
      className="flex items-center gap-1.5 rounded-pill border px-3 py-1 text-small tabular hover:border-border-strong"
    >
      <span className="font-medium">{formatCredits(wallet.available)}</span>
      {wallet.held > 0 && (
        <span className="hidden text-muted sm:inline">{wallet.held.toLocaleString("en-US")} held</span>
      )}
    </Link>
  );
}
