import { settleDisputeJob } from "./disputes/disputes-jobs.ts";
import { settleDispute } from "./disputes/settle-dispute.ts";
import { readAttemptJob, runAttemptJob } from "./generations/generations-jobs.ts";
import { readAttempt } from "./generations/read-attempt.ts";
import { runAttempt } from "./generations/run-attempt.ts";
import { sendMailJob } from "./mail/mail-jobs.ts";
import { sendMail } from "./mail/send-mail.ts";
import { settleOrderJob } from "./orders/orders-jobs.ts";
import { settleOrder } from "./orders/settle-order.ts";
import { handle } from "./queues/consume.ts";
import { sendRefundJob, settleRefundJob } from "./refunds/refunds-jobs.ts";
import { sendRefund } from "./refunds/send-refund.ts";
import { settleRefund } from "./refunds/settle-refund.ts";
import { sweep } from "./upkeep/sweep.ts";
import { sweepJob } from "./upkeep/upkeep-jobs.ts";

/** Every job and who does it. */
export const handlers = [
  handle(runAttemptJob, runAttempt),
  handle(readAttemptJob, readAttempt),
  handle(settleOrderJob, settleOrder),
  handle(sendRefundJob, sendRefund),
  handle(settleRefundJob, settleRefund),
  handle(settleDisputeJob, settleDispute),
  handle(sendMailJob, sendMail),
  handle(sweepJob, sweep),
];
