import type { FailureClass } from "../../spec.ts";

/**
 * fal's published error types and what each means here. A type that is missing is judged by its status.
 * Source: fal.ai/docs/documentation/model-apis/errors and request-errors.
 */
const typesOf = {
  // fal does not say which side it refused; the prompt or reference is the reading that never fails over.
  "policy-input": ["content_policy_violation"],
  // Endpoints that resell Google's models answer so when the model declines without a word.
  "policy-output": ["no_media_generated"],
  "bad-input": [
    "image_too_small",
    "image_too_large",
    "image_load_error",
    "file_download_error",
    "file_too_large",
    "face_detection_error",
    "unsupported_image_format",
    "unsupported_audio_format",
    "unsupported_video_format",
    "audio_duration_too_long",
    "audio_duration_too_short",
    "video_duration_too_long",
    "video_duration_too_short",
    "greater_than",
    "greater_than_equal",
    "less_than",
    "less_than_equal",
    "multiple_of",
    "sequence_too_short",
    "sequence_too_long",
    "one_of",
    "missing",
    "value_error",
    "value_error.missing",
    "feature_not_supported",
    "invalid_archive",
    "archive_file_count_below_minimum",
    "archive_file_count_exceeds_maximum",
    "bad_request",
  ],
  transient: [
    "internal_server_error",
    "generation_timeout",
    // Answered with status 400, which is why the type is asked before the status.
    "downstream_service_error",
    "downstream_service_unavailable",
    "request_timeout",
    "startup_timeout",
    "runner_scheduling_failure",
    "runner_connection_timeout",
    "runner_connection_refused",
    "runner_connection_error",
    "runner_disconnected",
    "runner_incomplete_response",
    "runner_server_error",
    "internal_error",
  ],
  capacity: ["concurrent_requests_limit"],
  unknown: ["client_disconnected", "client_cancelled"],
} as const satisfies Partial<Record<FailureClass, readonly string[]>>;

const classOf = new Map<string, FailureClass>(
  (Object.entries(typesOf) as [FailureClass, readonly string[]][]).flatMap(([failureClass, types]) =>
    types.map((type): [string, FailureClass] => [type, failureClass]),
  ),
);

/** The class of a published error type, or null for one fal has not published. */
export function classOfErrorType(type: string): FailureClass | null {
  return classOf.get(type) ?? null;
}

/** The class of an answered status alone. fal asks callers to treat every unlisted 4xx as their own mistake. */
export function classOfStatus(status: number): FailureClass {
  if (status === 401 || status === 402 || status === 403) return "account";
  if (status === 404 || status === 410) return "model-gone";
  if (status === 429) return "capacity";
  if (status >= 500) return "transient";
  return status >= 400 && status !== 499 ? "bad-input" : "unknown";
}
