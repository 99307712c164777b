import type { GenerationState } from "@covenant/domain";

/** The HTTP status a program was, or would be, given for a generation in this state. */
export const statusOfCall = {
  quoted: 202,
  queued: 202,
  running: 202,
  delivered: 200,
  blocked: 400,
  failed: 502,
  cancelled: 409,
  expired: 504,
} as const satisfies Record<GenerationState, number>;
