import { createFileRoute } from "@tanstack/react-router";
import { ModelsPage } from "../models/ModelsPage.tsx";
import { needs } from "../shell/capability.ts";

export const Route = createFileRoute("/_console/models/")({
  beforeLoad: needs("provider.read"),
  component: ModelsPage,
});
