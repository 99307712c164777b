import { createFileRoute } from "@tanstack/react-router";
import { BillingPage } from "../credits/BillingPage.tsx";
import { AdmissionNotice } from "../members/AdmissionNotice.tsx";
import { OrderSection } from "../orders/OrderSection.tsx";
import { requireMember } from "../shell/require-member.ts";
import { SubscriptionSection } from "../subscriptions/SubscriptionSection.tsx";
import { PlanWithdrawalSection } from "../withdrawals/WithdrawalSection.tsx";

export const Route = createFileRoute("/billing")({
  validateSearch: ({ month }): { month?: string } => (typeof month === "string" ? { month } : {}),
  beforeLoad: requireMember,
  component: () => (
    <BillingPage
      notice={<AdmissionNotice purpose="buy" />}
      subscription={
        <>
          <SubscriptionSection />
          <PlanWithdrawalSection />
        </>
      }
      orders={<OrderSection />}
    />
  ),
});
