import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { StudioPage } from "../studio/StudioPage.tsx";
import { SubscriptionWatch } from "../subscriptions/SubscriptionWatch.tsx";

export const Route = createFileRoute("/create")({
  validateSearch: ({ model }): { model?: string } => (typeof model === "string" ? { model } : {}),
  loader: ({ context: { queryClient, api } }) => queryClient.ensureQueryData(api.models.list.queryOptions()),
  component: Create,
});

// Only members can be kept from generating or limited in it, and only they load what says so.
const AdmissionNotice = lazy(async () => ({
  default: (await import("../members/AdmissionNotice.tsx")).AdmissionNotice,
}));

const LimitNotice = lazy(async () => ({ default: (await import("../standing/LimitNotice.tsx")).LimitNotice }));

function Create() {
  const notice = (
    <Suspense>
      <AdmissionNotice purpose="generate" watch={<SubscriptionWatch />} />
      <LimitNotice />
    </Suspense>
  );
  return <StudioPage notice={notice} />;
}
