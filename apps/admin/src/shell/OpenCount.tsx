import type { OverviewView } from "@covenant/domain";
import { VisuallyHidden } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

/** What the overview counts and a place of the navigation is for. */
export type Countable = keyof Pick<OverviewView, "openCases" | "openAppeals" | "openProposals">;

const everyMs = 60_000;

/** How many of a kind wait for somebody, beside their place in the navigation; looked at again each minute. */
export function OpenCount({ of }: { of: Countable }) {
  const { data } = useQuery({ ...api.overview.get.queryOptions(), refetchInterval: everyMs });
  if (data === undefined || data[of] === 0) return null;
  return (
    <span className="ml-auto rounded-pill bg-accent-soft px-1.5 text-small leading-5 text-accent tabular">
      {data[of].toLocaleString("en-US")}
      <VisuallyHidden> open</VisuallyHidden>
    </span>
  );
}
