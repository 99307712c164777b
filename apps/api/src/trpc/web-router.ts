import { appealsRouter } from "../appeals/appeals-router.ts";
import { artifactsRouter } from "../artifacts/artifacts-router.ts";
import { creditsRouter } from "../credits/credits-router.ts";
import { generationsRouter } from "../generations/generations-router.ts";
import { keysRouter } from "../keys/keys-router.ts";
import { membersRouter } from "../members/members-router.ts";
import { modelsRouter } from "../models/models-router.ts";
import { ordersRouter } from "../orders/orders-router.ts";
import { plansRouter } from "../plans/plans-router.ts";
import { callsRouter } from "../programs/calls-router.ts";
import { standingRouter } from "../standing/standing-router.ts";
import { subscriptionsRouter } from "../subscriptions/subscriptions-router.ts";
import { termsRouter } from "../terms/terms-router.ts";
import { uploadsRouter } from "../uploads/uploads-router.ts";
import { withdrawalsRouter } from "../withdrawals/withdrawals-router.ts";
import { memberRouter } from "./procedures.ts";

/** Everything a storefront's pages may ask for. */
export const webRouter = memberRouter({
  terms: termsRouter,
  members: membersRouter,
  models: modelsRouter,
  generations: generationsRouter,
  artifacts: artifactsRouter,
  uploads: uploadsRouter,
  credits: creditsRouter,
  orders: ordersRouter,
  plans: plansRouter,
  subscriptions: subscriptionsRouter,
  withdrawals: withdrawalsRouter,
  keys: keysRouter,
  calls: callsRouter,
  standing: standingRouter,
  appeals: appealsRouter,
});

export type WebRouter = typeof webRouter;
