import { createFileRoute } from "@tanstack/react-router";
import { BillingPage } from "../credits/BillingPage.tsx";
import { AdmissionNotice } from "../members/AdmissionNotice.tsx";
import { requireMember } from "../shell/require-member.ts";

export const Route = createFileRoute("/billing")({
  beforeLoad: requireMember,
  component: () => <BillingPage notice={<AdmissionNotice />} />,
});
