import type { FaultOf } from "../faults/fault-catalogue.ts";
import type { Fields } from "../record.ts";
import type { FileShelf } from "../shelf/file-shelf.ts";

/** The three states a fal request can be in; a failure is COMPLETED too. */
export type RunStatus = "IN_QUEUE" | "IN_PROGRESS" | "COMPLETED";

export type RunLog = { message: string; timestamp: string; level: "INFO"; source: "USER" };

/** What the result address answers once the run has completed. */
export type RunResult =
  | { kind: "output"; body: Fields; billableUnits: number }
  /** The model refused: `detail` is a list (https://docs.fal.ai/errors). */
  | { kind: "model-error"; status: number; detail: ModelErrorDetail[] }
  /** The platform failed: `detail` is a sentence. */
  | { kind: "request-error"; status: number; detail: string; errorType: string };

/** Does the work of one endpoint: input in, fal's answer out. */
export type Model = (run: Run, shelf: FileShelf) => Promise<RunResult>;

export type ModelErrorDetail = { loc: string[]; msg: string; type: string; url: string; input: unknown };

/** One accepted request. */
export type Run = {
  id: string;
  gatewayId: string;
  /** `owner/app`, without the sub-path: all that status addresses carry. */
  app: string;
  /** `owner/app/sub/path`, as submitted. */
  endpoint: string;
  input: Fields;
  webhookUrl: string | undefined;
  /** From `X-Fal-Object-Lifecycle-Preference`; null keeps files for good. */
  fileSeconds: number | null;
  faults: ReadonlySet<FaultOf<"fal">>;
  status: RunStatus;
  /** How often its status was read. */
  polls: number;
  logs: RunLog[];
  result: RunResult | null;
  cancelled: boolean;
  /** Settles once the run has completed and its webhook, if any, was tried once. */
  told: Promise<void>;
};

/** A refusal by the model, in fal's list form. */
export function modelError(type: string, msg: string, field: string, input: unknown): RunResult {
  const url = `https://docs.fal.ai/errors/#${type}`;
  return { kind: "model-error", status: 422, detail: [{ loc: ["body", field], msg, type, url, input }] };
}

/** A failure of the platform, in fal's sentence form. */
export function requestError(status: number, errorType: string, detail: string): RunResult {
  return { kind: "request-error", status, detail, errorType };
}
