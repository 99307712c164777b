import type { Refusal, RefusalCode } from "@covenant/domain";
import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";

/** The transport status of every refusal: the only place where the two vocabularies meet. */
export const statusOfRefusal = {
  "request/invalid": "BAD_REQUEST",
  "request/too-many": "TOO_MANY_REQUESTS",
  "request/reused-key": "CONFLICT",
  "session/required": "UNAUTHORIZED",
  "session/wrong-password": "UNAUTHORIZED",
  "session/wrong-code": "UNAUTHORIZED",
  "session/locked": "TOO_MANY_REQUESTS",
  "member/email-taken": "CONFLICT",
  "member/too-young": "FORBIDDEN",
  "member/terms-not-accepted": "FORBIDDEN",
  "member/email-not-confirmed": "FORBIDDEN",
  "member/suspended": "FORBIDDEN",
  "member/token-spent": "BAD_REQUEST",
  "staff/capability-missing": "FORBIDDEN",
  "thing/not-found": "NOT_FOUND",
  "quote/expired": "CONFLICT",
  "quote/price-changed": "CONFLICT",
  "credits/insufficient": "PAYMENT_REQUIRED",
  "generation/not-cancellable": "CONFLICT",
  "generation/too-many-running": "TOO_MANY_REQUESTS",
  "model/not-available": "BAD_REQUEST",
  "upload/unsupported": "UNSUPPORTED_MEDIA_TYPE",
  "upload/too-large": "PAYLOAD_TOO_LARGE",
  "upload/damaged": "BAD_REQUEST",
  "artifact/gone": "NOT_FOUND",
  "order/not-payable": "CONFLICT",
  "case/already-decided": "CONFLICT",
  "key/revoked": "UNAUTHORIZED",
  "service/unavailable": "SERVICE_UNAVAILABLE",
} as const satisfies Record<RefusalCode, TRPC_ERROR_CODE_KEY>;

/** A refusal as the transport carries it. */
export function statusErrorOf(refusal: Refusal): TRPCError {
  return new TRPCError({ code: statusOfRefusal[refusal.code], message: refusal.code, cause: refusal });
}
