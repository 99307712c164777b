import type { Provider } from "../../spec.ts";
import type { FalAccess } from "./access.ts";
import { adopt } from "./adopt.ts";
import { cancel } from "./cancel.ts";
import { readOutcome } from "./read-outcome.ts";
import { submit } from "./submit.ts";
import { webhookVerifier } from "./verify-webhook.ts";

/** fal.ai's queue as a provider. */
export function fal(access: FalAccess) {
  return {
    id: "fal",
    recipient: "fal",
    submit: (submission) => submit(access, submission),
    jobs: {
      read: (handle) => readOutcome(access, handle),
      cancel: (handle) => cancel(access, handle),
      // The submission asks for that already: fal keeps no request, and its files for an hour.
      erase: null,
      adopt: (upstreamModel, upstreamId, fields) => adopt(access, upstreamModel, upstreamId, fields),
      readWebhook: webhookVerifier(access),
    },
  } satisfies Provider;
}
