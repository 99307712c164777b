import type { StaffView } from "@covenant/domain";
import { getRouteApi } from "@tanstack/react-router";

const layout = getRouteApi("/_console");

/** Who is signed in. Every page inside the console's frame has somebody. */
export function useStaff(): StaffView {
  return layout.useRouteContext().staff;
}
