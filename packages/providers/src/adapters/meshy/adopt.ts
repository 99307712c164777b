import type { Handle, RouteFields } from "../../spec.ts";
import { type MeshyAccess, taskUrl } from "./access.ts";

/** The handle of a task. Meshy gives ids and no addresses, so it is built each time; the name of the model is not part of it. */
export function adopt(access: MeshyAccess, upstreamId: string, fields: RouteFields): Handle {
  const task = taskUrl(access, upstreamId);
  return { upstreamId, urls: { status: task, result: task, cancel: task }, outputs: fields.outputs };
}
