import { VisuallyHidden } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

const everyMs = 60_000;

/** How many cases wait, beside their place in the navigation; looked at again each minute. */
export function OpenCaseCount() {
  const { data } = useQuery({ ...api.overview.get.queryOptions(), refetchInterval: everyMs });
  if (data === undefined || data.openCases === 0) return null;
  return (
    <span className="ml-auto rounded-pill bg-accent-soft px-1.5 text-small leading-5 text-accent tabular">
      {data.openCases.toLocaleString("en-US")}
      <VisuallyHidden> open</VisuallyHidden>
    </span>
  );
}
