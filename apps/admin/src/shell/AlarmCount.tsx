import { VisuallyHidden } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";

const everyMs = 30_000;

/** How many alarms nobody has seen to, beside the place where one does; looked at again each half minute. */
export function AlarmCount() {
  const { data } = useQuery({ ...api.routing.alarms.queryOptions(), refetchInterval: everyMs });
  if (data === undefined || data.length === 0) return null;
  return (
    <span className="ml-auto rounded-pill bg-bad-soft px-1.5 text-small leading-5 text-bad tabular">
      {data.length.toLocaleString("en-US")}
      <VisuallyHidden> to see to</VisuallyHidden>
    </span>
  );
}
