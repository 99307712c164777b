import { createFileRoute } from "@tanstack/react-router";
import { PlansPage } from "../plans/PlansPage.tsx";
import { needs } from "../shell/capability.ts";

export const Route = createFileRoute("/_console/plans/")({
  beforeLoad: needs("order.read"),
  component: PlansPage,
});
