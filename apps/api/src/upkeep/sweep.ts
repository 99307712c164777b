import { discardStrays } from "../artifacts/discard-strays.ts";
import { endWithAccount } from "../artifacts/end-with-account.ts";
import { forgetTombstones } from "../artifacts/forget-tombstones.ts";
import { purgeDue } from "../artifacts/purge-due.ts";
import { keepPurgeLog } from "../artifacts/purge-log.ts";
import { lapseReviews } from "../cases/lapse-reviews.ts";
import { expireLots } from "../credits/expire-lots.ts";
import type { Deps } from "../deps.ts";
import { cancelStopped } from "../generations/cancel-stopped.ts";
import { sweepGenerations } from "../generations/sweep-generations.ts";
import { forgetTries } from "../limits/forget-tries.ts";
import { sweepMail } from "../mail/sweep-mail.ts";
import { forgetLinks } from "../members/forget-links.ts";
import { sweepOrders } from "../orders/sweep-orders.ts";
import { sweepRefusals } from "../patterns/sweep-refusals.ts";
import { sweepPriceChanges } from "../price-changes/sweep-price-changes.ts";
import { forgetCalls } from "../programs/forget-calls.ts";
import { sweepRefunds } from "../refunds/sweep-refunds.ts";
import { tellOfModelPrices } from "../registry/tell-of-model-price.ts";
import { carryOutTerminations } from "../sanctions/carry-out-termination.ts";
import { sweepSessions } from "../sessions/sweep-sessions.ts";
import { expireStrikes } from "../standing/expire-strikes.ts";
import { endClosed } from "../subscriptions/end-closed.ts";
import { endWithdrawn } from "../subscriptions/end-withdrawn.ts";
import { sweepSuspended } from "../subscriptions/pause-suspended.ts";
import { payBackLateRenewals } from "../subscriptions/pay-back-late-renewals.ts";
import { sweepSubscriptions } from "../subscriptions/sweep-subscriptions.ts";
import { announceTerms } from "../terms/announce-terms.ts";
import { sweepArrivals } from "../uploads/end-arrival.ts";

const rooms = {
  generations: sweepGenerations,
  lots: expireLots,
  reviews: lapseReviews,
  "ended accounts": endWithAccount,
  files: purgeDue,
  tombstones: forgetTombstones,
  arrivals: sweepArrivals,
  "purge log": keepPurgeLog,
  strays: discardStrays,
  orders: sweepOrders,
  refunds: sweepRefunds,
  subscriptions: sweepSubscriptions,
  suspended: sweepSuspended,
  "late renewals": payBackLateRenewals,
  withdrawn: endWithdrawn,
  prices: sweepPriceChanges,
  "model prices": tellOfModelPrices,
  terms: announceTerms,
  stopped: cancelStopped,
  terminations: carryOutTerminations,
  closed: endClosed,
  strikes: expireStrikes,
  refusals: sweepRefusals,
  mail: sweepMail,
  links: forgetLinks,
  limits: forgetTries,
  calls: forgetCalls,
  sessions: sweepSessions,
} as const satisfies Record<string, (deps: Deps) => Promise<number>>;

/** One round through every room. A room that fails is logged and does not keep the others from theirs. */
export async function sweep(deps: Deps): Promise<void> {
  for (const [room, sweepRoom] of Object.entries(rooms)) {
    try {
      const found = await sweepRoom(deps);
      if (found > 0) deps.log.info({ room, found }, "swept");
    } catch (error) {
      deps.log.error({ room, err: error }, "sweep failed");
    }
  }
}
