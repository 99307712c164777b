import { settleDisputeJob, settleWarningJob } from "./disputes/disputes-jobs.ts";
import { settleDispute } from "./disputes/settle-dispute.ts";
import { settleWarning } from "./disputes/settle-warning.ts";
import { cancelStopped } from "./generations/cancel-stopped.ts";
import { cancelUpstream } from "./generations/cancel-upstream.ts";
import { eraseUpstream } from "./generations/erase-upstream.ts";
import {
  cancelStoppedJob,
  cancelUpstreamJob,
  eraseUpstreamJob,
  readAttemptJob,
  runAttemptJob,
} from "./generations/generations-jobs.ts";
import { readAttempt } from "./generations/read-attempt.ts";
import { runAttempt } from "./generations/run-attempt.ts";
import { sendMailJob } from "./mail/mail-jobs.ts";
import { sendMail } from "./mail/send-mail.ts";
import { attributeInvoice } from "./orders/attribute-invoice.ts";
import { attributeInvoiceJob, settleOrderJob } from "./orders/orders-jobs.ts";
import { settleOrder } from "./orders/settle-order.ts";
import { askForEvents } from "./payment-events/ask-for-events.ts";
import { askForEventsJob } from "./payment-events/payment-events-jobs.ts";
import { carryPrice } from "./price-changes/carry-price.ts";
import { carryPriceJob } from "./price-changes/price-changes-jobs.ts";
import { handle } from "./queues/consume.ts";
import { compareDay } from "./reconciliation/compare-day.ts";
import { compareDue } from "./reconciliation/compare-due.ts";
import { compareDayJob, compareDueJob } from "./reconciliation/reconciliation-jobs.ts";
import { followWithdrawalJob, sendRefundJob, settleRefundJob } from "./refunds/refunds-jobs.ts";
import { sendRefund } from "./refunds/send-refund.ts";
import { settleRefund } from "./refunds/settle-refund.ts";
import { adoptSubscription } from "./subscriptions/adopt-subscription.ts";
import { followWithdrawal } from "./subscriptions/end-withdrawn.ts";
import { pauseSuspended } from "./subscriptions/pause-suspended.ts";
import { settleSubscription } from "./subscriptions/settle-subscription.ts";
import { adoptSubscriptionJob, pauseSuspendedJob, settleSubscriptionJob } from "./subscriptions/subscriptions-jobs.ts";
import { sealLedger } from "./upkeep/seal-ledger.ts";
import { sweep } from "./upkeep/sweep.ts";
import { sealJob, sweepJob } from "./upkeep/upkeep-jobs.ts";

/** Every job and who does it. */
export const handlers = [
  handle(runAttemptJob, runAttempt),
  handle(readAttemptJob, readAttempt),
  handle(cancelUpstreamJob, cancelUpstream),
  handle(eraseUpstreamJob, eraseUpstream),
  handle(cancelStoppedJob, async (deps, { memberId }) => void (await cancelStopped(deps, { memberId }))),
  handle(settleOrderJob, settleOrder),
  handle(attributeInvoiceJob, attributeInvoice),
  handle(sendRefundJob, sendRefund),
  handle(settleRefundJob, settleRefund),
  handle(followWithdrawalJob, followWithdrawal),
  handle(settleDisputeJob, settleDispute),
  handle(settleSubscriptionJob, settleSubscription),
  handle(adoptSubscriptionJob, adoptSubscription),
  handle(pauseSuspendedJob, pauseSuspended),
  handle(carryPriceJob, carryPrice),
  handle(settleWarningJob, settleWarning),
  handle(askForEventsJob, askForEvents),
  handle(compareDueJob, compareDue),
  handle(compareDayJob, compareDay),
  handle(sendMailJob, sendMail),
  handle(sweepJob, sweep),
  handle(sealJob, sealLedger),
];
