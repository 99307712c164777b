import type { Provider } from "../../spec.ts";
import type { MeshyAccess } from "./access.ts";
import { adopt } from "./adopt.ts";
import { cancel } from "./cancel.ts";
import { erase } from "./erase.ts";
import { readOutcome } from "./read-outcome.ts";
import { submit } from "./submit.ts";

/** Meshy's own API as a provider of meshes from images. */
export function meshy(access: MeshyAccess) {
  return {
    id: "meshy",
    recipient: "model-makers",
    submit: (submission) => submit(access, submission),
    jobs: {
      read: (handle) => readOutcome(access, handle),
      cancel: (handle) => cancel(access, handle),
      erase: (handle) => erase(access, handle),
      adopt: (_upstreamModel, upstreamId, fields) => adopt(access, upstreamId, fields),
      // Meshy's webhooks go to one address of the account and carry no signature.
      readWebhook: null,
    },
  } satisfies Provider;
}
