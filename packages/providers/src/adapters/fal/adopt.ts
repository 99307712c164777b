import type { Handle, RouteFields } from "../../spec.ts";
import type { FalAccess } from "./access.ts";

/**
 * The handle of a job whose submission's answer was lost. fal's addresses are otherwise kept and never built: they leave
 * out the model's sub-path, so `fal-ai/flux/dev` is asked for at `fal-ai/flux`, and the two namespaces keep their prefix.
 * Source: fal-ai/fal `AppId.from_endpoint_id`; fal.ai/docs model-apis/inference/queue.
 */
export function adopt({ queueUrl }: FalAccess, upstreamModel: string, upstreamId: string, fields: RouteFields): Handle {
  const parts = upstreamModel.split("/");
  const application = parts.slice(0, namespaces.has(parts[0] ?? "") ? 3 : 2).join("/");
  const job = `${queueUrl}/${application}/requests/${encodeURIComponent(upstreamId)}`;
  return {
    upstreamId,
    urls: { status: `${job}/status`, result: job, cancel: `${job}/cancel` },
    outputs: fields.outputs,
  };
}

const namespaces = new Set(["workflows", "comfy"]);
