import { Refusal, type RefusalCode, type RefusalFacts } from "@covenant/domain";
import type { TRPCError } from "@trpc/server";
import { type TRPC_ERROR_CODE_KEY, TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import * as z from "zod/v4/core";
import { statusOfRefusal } from "./map-refusal.ts";

/** What a caller learns of an error: never a stack, a query or the text of a bug. */
export type ErrorShape = {
  message: string;
  code: number;
  data: {
    code: TRPC_ERROR_CODE_KEY;
    httpStatus: number;
    requestId: string | null;
    refusal: { code: RefusalCode; facts: RefusalFacts } | null;
    /** Bad input by field, `{ "email": "…" }`; an empty name is the whole form. */
    fields: Record<string, string> | null;
  };
};

const httpStatus: Partial<Record<TRPC_ERROR_CODE_KEY, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
};

type Failure = { error: TRPCError; ctx?: { requestId: string } | undefined };

/** Words and facts for the caller. Anything unexpected is one sentence and the id under which the log has the rest. */
export function shapeError({ error, ctx }: Failure): ErrorShape {
  const { cause } = error;
  const refusal = cause instanceof Refusal ? { code: cause.code, facts: cause.facts } : null;
  // A stream refuses after the procedure has answered, where no middleware looks.
  const code = refusal === null ? error.code : statusOfRefusal[refusal.code];
  // Of an answer in a wrong shape the log has the fields; the caller's own are those of bad input.
  const fields = code === "BAD_REQUEST" && cause instanceof z.$ZodError ? fieldsOf(cause) : null;
  return {
    message: messageOf(error, refusal !== null),
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: { code, httpStatus: httpStatus[code] ?? 500, requestId: ctx?.requestId ?? null, refusal, fields },
  };
}

function messageOf({ code, message }: TRPCError, isRefusal: boolean): string {
  if (isRefusal) return message;
  if (code === "BAD_REQUEST") return "The request is not in the shape this procedure takes.";
  if (code === "NOT_FOUND") return "There is no such procedure.";
  if (code === "METHOD_NOT_SUPPORTED") return "This procedure is called with another method.";
  return "Something failed on our side. Nothing was changed or charged by this request.";
}

function fieldsOf(error: z.$ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
}
