import { actsAdminRouter } from "../acts/acts-admin-router.ts";
import { appealsAdminRouter } from "../appeals/appeals-admin-router.ts";
import { conductAdminRouter } from "../conduct/conduct-admin-router.ts";
import { creditsAdminRouter } from "../credits/credits-admin-router.ts";
import { casesAdminRouter } from "../decisions/cases-admin-router.ts";
import { exchangeRatesAdminRouter } from "../exchange-rates/exchange-rates-admin-router.ts";
import { generationsAdminRouter } from "../generations/generations-admin-router.ts";
import { imprintsAdminRouter } from "../imprints/imprints-admin-router.ts";
import { membersAdminRouter } from "../members/members-admin-router.ts";
import { orderFilesAdminRouter } from "../order-files/order-files-admin-router.ts";
import { overviewAdminRouter } from "../overview/overview-admin-router.ts";
import { paymentEventsAdminRouter } from "../payment-events/payment-events-admin-router.ts";
import { priceChangesAdminRouter } from "../price-changes/price-changes-admin-router.ts";
import { proposalsAdminRouter } from "../proposals/proposals-admin-router.ts";
import { reconciliationAdminRouter } from "../reconciliation/reconciliation-admin-router.ts";
import { refundsAdminRouter } from "../refunds/refunds-admin-router.ts";
import { registryAdminRouter } from "../registry/registry-admin-router.ts";
import { replaysAdminRouter } from "../replays/replays-admin-router.ts";
import { routingAdminRouter } from "../routing/routing-admin-router.ts";
import { sanctionsAdminRouter } from "../sanctions/sanctions-admin-router.ts";
import { staffDoorRouter } from "../staff/staff-router.ts";
import { subscriptionsAdminRouter } from "../subscriptions/subscriptions-admin-router.ts";
import { staffRouter } from "./procedures.ts";

/** Everything the staff console may ask for. Reached only through the staff's own plugin, host and session. */
export const adminRouter = staffRouter({
  door: staffDoorRouter,
  overview: overviewAdminRouter,
  cases: casesAdminRouter,
  members: membersAdminRouter,
  credits: creditsAdminRouter,
  orders: orderFilesAdminRouter,
  proposals: proposalsAdminRouter,
  exchangeRates: exchangeRatesAdminRouter,
  refunds: refundsAdminRouter,
  subscriptions: subscriptionsAdminRouter,
  prices: priceChangesAdminRouter,
  paymentEvents: paymentEventsAdminRouter,
  reconciliation: reconciliationAdminRouter,
  replays: replaysAdminRouter,
  conduct: conductAdminRouter,
  sanctions: sanctionsAdminRouter,
  appeals: appealsAdminRouter,
  generations: generationsAdminRouter,
  imprints: imprintsAdminRouter,
  registry: registryAdminRouter,
  routing: routingAdminRouter,
  acts: actsAdminRouter,
});

export type AdminRouter = typeof adminRouter;
