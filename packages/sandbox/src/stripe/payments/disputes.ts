import type Stripe from "stripe";
import { type Fields, fieldsOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { flagOf, mergedMetadata, refuseUnknown } from "../api/parameters.ts";
import { found, refused } from "../api/stripe-error.ts";
import { idOf } from "../books/ids.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { moveDispute, timeOfDispute } from "./move-dispute.ts";

const listParameters = [
  ...pageParameters,
  "charge",
  "payment_intent",
] as const satisfies readonly (keyof Stripe.DisputeListParams)[];

/** Texts that decide a test dispute (https://docs.stripe.com/testing#evidence). */
const decidingEvidence: Readonly<Record<string, string>> = { winning_evidence: "won", losing_evidence: "lost" };

/** https://docs.stripe.com/api/disputes */
export function serveDisputes(api: ApiRoutes, room: StripeRoom): void {
  const { disputes } = room.books;
  api.get("/disputes", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = (dispute: Stripe.Dispute) =>
      matches(fields.charge, idOf(dispute.charge)) &&
      matches(fields.payment_intent, idOf(dispute.payment_intent)) &&
      isWithin(dispute.created);
    return pageOf([...disputes.values()].filter(wanted), fields, path);
  });
  api.get("/disputes/:id", ({ id }) => found(disputes, id, "dispute"));
  api.post("/disputes/:id", ({ id, fields }) => {
    refuseUnknown(fields, ["evidence", "metadata", "submit"]);
    return answerDispute(room, found(disputes, id, "dispute"), fields);
  });
  api.post("/disputes/:id/close", ({ id }) => {
    const dispute = found(disputes, id, "dispute");
    if (dispute.status !== "needs_response") throw refused("This dispute is already closed or under review.");
    void moveDispute(room, dispute, "lost");
    return dispute;
  });
}

function answerDispute(room: StripeRoom, dispute: Stripe.Dispute, parameters: Fields): Stripe.Dispute {
  const evidence = fieldsOf(parameters.evidence);
  refuseUnknown(evidence, Object.keys(dispute.evidence), "evidence");
  dispute.metadata = mergedMetadata(dispute.metadata, parameters.metadata);
  Object.assign(dispute.evidence, evidence);
  const hasEvidence = Object.keys(evidence).length > 0;
  dispute.evidence_details.has_evidence ||= hasEvidence;
  if (hasEvidence && (flagOf(parameters, "submit") ?? true)) submit(room, dispute);
  else void emitEvent(room, "charge.dispute.updated", dispute, { at: timeOfDispute(room, dispute) });
  return dispute;
}

function submit(room: StripeRoom, dispute: Stripe.Dispute): void {
  dispute.evidence_details.submission_count += 1;
  dispute.evidence_details.submission_method = "manual";
  const isInquiry = dispute.status.startsWith("warning_");
  void moveDispute(room, dispute, isInquiry ? "warning_under_review" : "under_review");
  const verdict = decidingEvidence[dispute.evidence.uncategorized_text ?? ""];
  if (verdict !== undefined && !isInquiry) void moveDispute(room, dispute, verdict);
}
