import type { FastifyReply } from "fastify";
import type { World } from "../world.ts";
import type { Run } from "./run.ts";

/** The three addresses of a run. They carry `owner/app` only, whatever sub-path was submitted to. */
export function addressesOf(world: World, run: Run): { response_url: string; status_url: string; cancel_url: string } {
  const base = `${world.publicUrl()}/fal/queue/${run.app}/requests/${run.id}`;
  return { response_url: base, status_url: `${base}/status`, cancel_url: `${base}/cancel` };
}

/** The answer to a submit. */
export function sendAccepted(world: World, run: Run, reply: FastifyReply): FastifyReply {
  const gateway = run.webhookUrl === undefined ? {} : { gateway_request_id: run.gatewayId };
  const body = { status: "IN_QUEUE", request_id: run.id, ...gateway, ...addressesOf(world, run), queue_position: 0 };
  return reply.header("x-fal-request-id", run.id).send(body);
}

/** 202 while the run goes on, 200 when it has completed, also when it failed. */
export function sendStatus(world: World, run: Run, withLogs: boolean, reply: FastifyReply): FastifyReply {
  const logs = withLogs ? { logs: run.logs } : {};
  const status = run.faults.has("after-polls") && run.polls < 3 ? "IN_PROGRESS" : run.status;
  const common = { status, request_id: run.id, ...addressesOf(world, run) };
  reply.header("x-fal-request-id", run.id);
  if (status === "IN_QUEUE") return reply.code(202).send({ ...common, queue_position: 0 });
  if (status === "IN_PROGRESS") return reply.code(202).send({ ...common, ...logs });
  const metrics = run.result?.kind === "output" ? { inference_time: 1.2 } : {};
  const failure =
    run.result?.kind === "request-error" ? { error: run.result.detail, error_type: run.result.errorType } : {};
  return reply.code(200).send({ ...common, ...logs, metrics, ...failure });
}

/** The model's output, its refusal, or 400 while the run goes on. */
export function sendResult(world: World, run: Run, reply: FastifyReply): FastifyReply {
  reply.header("x-fal-request-id", run.id);
  const { result } = run;
  if (run.status !== "COMPLETED" || !result) {
    const detail = "Request is still in progress";
    return reply.code(400).send({ detail, request_id: run.id, ...addressesOf(world, run) });
  }
  switch (result.kind) {
    case "output":
      return reply.header("x-fal-billable-units", String(result.billableUnits)).send(result.body);
    case "model-error": {
      const type = result.detail[0]?.type ?? "";
      return reply
        .code(result.status)
        .headers({ "x-fal-error-type": type, "x-fal-billable-units": "0", "x-fal-retryable": "false" })
        .send({ detail: result.detail });
    }
    case "request-error":
      return sendRequestError(reply, result.status, result.errorType, result.detail);
  }
}

/** Ends a run early where it still can be; in progress this is only a wish. */
export function cancel(run: Run, reply: FastifyReply): FastifyReply {
  if (run.status === "COMPLETED") return reply.code(400).send({ status: "ALREADY_COMPLETED" });
  if (!run.faults.has("cancel-ignored")) run.cancelled = true;
  return reply.code(202).send({ status: "CANCELLATION_REQUESTED" });
}

/** A failure in fal's sentence form. */
export function sendRequestError(reply: FastifyReply, status: number, errorType: string, detail: string): FastifyReply {
  return reply.code(status).header("x-fal-error-type", errorType).send({ detail, error_type: errorType });
}

/** What fal answers when the account's balance is exhausted. */
export function sendLocked(reply: FastifyReply): FastifyReply {
  const reason = "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.";
  return sendRequestError(reply, 403, "forbidden", reason);
}
