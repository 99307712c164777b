import { parseUrl } from "./check-target.ts";
import { FetchFault } from "./fetch-fault.ts";

/** Where a redirect leads; judging the place is the next check's work. @throws FetchFault */
export function nextHop(from: URL, location: string | undefined): URL {
  if (!location) throw new FetchFault("redirect");
  const next = parseUrl(location, from);
  if (from.protocol === "https:" && next.protocol === "http:") throw new FetchFault("redirect-downgrade");
  return next;
}
