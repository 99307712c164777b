import { Refusal, type RefusalCode } from "@covenant/domain";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyError, FastifyReply } from "fastify";
import { statusOfRefusal } from "../trpc/map-refusal.ts";

/** The most bytes one file may have. */
export const bytesAtMost = 25 * 1024 * 1024;

const sentences: Partial<Record<RefusalCode, string>> = {
  "session/required": "Sign in to upload a file.",
  "request/too-many": "That was a lot of files. Wait a little before the next one.",
  "upload/unsupported": "Only JPEG, PNG and WebP images can be used.",
  "upload/too-large": "This image is too large.",
  "upload/damaged": "This image cannot be read. It may be damaged or incomplete.",
};

/** The refusal an error stands for; null when it is none. A body past the limit is stopped by the server itself. */
export function refusalOf(error: FastifyError | Refusal): Refusal | null {
  if (error instanceof Refusal) return error;
  return error.code === "FST_ERR_CTP_BODY_TOO_LARGE"
    ? new Refusal("upload/too-large", { mostBytes: bytesAtMost })
    : null;
}

/** Answers an expected no as `{ code, message, facts }`, under the same status the procedures use. */
export function answerRefusal(reply: FastifyReply, { code, facts }: Refusal) {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: statusOfRefusal[code] }));
  return reply.code(status).send({ code, message: sentences[code] ?? code, facts });
}
