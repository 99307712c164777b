import { type Refusal, uploadWords } from "@covenant/domain";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyReply } from "fastify";
import { statusOfRefusal } from "../trpc/map-refusal.ts";

/** Answers an expected no as `{ code, message, facts }`, under the same status the procedures use. */
export function answerRefusal(reply: FastifyReply, { code, facts }: Refusal) {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: statusOfRefusal[code] }));
  return reply.code(status).send({ code, message: uploadWords({ code, facts }) ?? code, facts });
}
