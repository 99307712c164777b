import { readAttemptJob, runAttemptJob } from "./generations/generations-jobs.ts";
import { readAttempt } from "./generations/read-attempt.ts";
import { runAttempt } from "./generations/run-attempt.ts";
import { sendMailJob } from "./mail/mail-jobs.ts";
import { sendMail } from "./mail/send-mail.ts";
import { settleOrderJob } from "./orders/orders-jobs.ts";
import { settleOrder } from "./orders/settle-order.ts";
import { handle } from "./queues/consume.ts";
import { sweep } from "./upkeep/sweep.ts";
import { sweepJob } from "./upkeep/upkeep-jobs.ts";

/** Every job and who does it. */
export const handlers = [
  handle(runAttemptJob, runAttempt),
  handle(readAttemptJob, readAttempt),
  handle(settleOrderJob, settleOrder),
  handle(sendMailJob, sendMail),
  handle(sweepJob, sweep),
];
