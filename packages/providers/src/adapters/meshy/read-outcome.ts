import { ProviderFault } from "../../provider-fault.ts";
import type { Handle, Outcome, OutputField, ReadAlert, UpstreamOutput } from "../../spec.ts";
import { callUpstream, type UpstreamAnswer } from "../call-upstream.ts";
import { addressIn, findFields } from "../find-fields.ts";
import { authorization, type MeshyAccess } from "./access.ts";
import { classifyTask } from "./classify-failure.ts";
import { taskBody } from "./wire.ts";

type Waiting = Extract<Outcome, { kind: "waiting" }>;

/** Reads a task: status and result are one document. What a read cannot tell leaves the attempt waiting. */
export async function readOutcome(access: MeshyAccess, handle: Handle): Promise<Outcome> {
  const timeLimitMs = access.readLimitMs ?? 15_000;
  try {
    const headers = authorization(access);
    return outcomeOf(
      access,
      handle,
      await callUpstream({ method: "GET", url: handle.urls.status, headers, timeLimitMs }),
    );
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    return waiting("unknown", error.kind === "unreadable" ? "unreadable" : "unreachable");
  }
}

function outcomeOf(access: MeshyAccess, { outputs }: Handle, { status, body }: UpstreamAnswer): Outcome {
  if (status === 404) return { kind: "gone" };
  // These speak of the reader; the task may go on, finish and be billed all the same.
  if (status === 401 || status === 402 || status === 403) return waiting("unknown", "account");
  if (status === 429) return waiting("unknown", "capacity");
  const task = taskBody.safeParse(body);
  if (status !== 200 || !task.success) return waiting("unknown", status >= 500 ? "unreachable" : "unreadable");
  switch (task.data.status) {
    case "PENDING":
      return waiting("queued");
    case "IN_PROGRESS":
      return waiting("running");
    case "SUCCEEDED":
      return collect(outputs, body);
    case "FAILED":
      return { kind: "failed", failure: classifyTask(access, task.data) };
    case "CANCELED":
      return { kind: "failed", failure: { class: "unknown", category: null, stage: "run", detail: "meshy CANCELED" } };
    default:
      // A status Meshy has not published is an error of the reading, not of the task, so nothing is settled on it.
      return waiting("unknown", "unreadable");
  }
}

function collect(fields: readonly OutputField[], body: unknown): Outcome {
  const outputs = fields.flatMap(({ path, format, role }) =>
    findFields(path, body).flatMap((found): UpstreamOutput[] => {
      const url = addressIn(found);
      return url === null ? [] : [{ url, format, role }];
    }),
  );
  if (outputs.some(({ role }) => role === "main")) return { kind: "finished", outputs, withheld: 0 };
  const detail = "meshy result without the expected output";
  return { kind: "failed", failure: { class: "unknown", category: null, stage: "output", detail } };
}

function waiting(stage: Waiting["stage"], alert: ReadAlert | null = null): Waiting {
  return { kind: "waiting", stage, alert };
}
