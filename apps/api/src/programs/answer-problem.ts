import { Refusal } from "@covenant/domain";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { problemOf } from "./problem.ts";
import type { Problem } from "./problem-schema.ts";

/** Answers any error of a program's call, and says for how long to wait and whether to try again by itself. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error);
  if (problem.status >= 500 && problem.generation_id === null) {
    request.log.error({ requestId: request.id, err: error }, "program call failed");
  }
  if (error instanceof Refusal && typeof error.facts.retryAfterSeconds === "number") {
    reply.header("retry-after", error.facts.retryAfterSeconds);
  }
  return answerProblem(problem, request, reply);
}

/** Answers a problem in its one body. */
export function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  const { status, message, ...told } = problem;
  request.problem = problem;
  // Clients that retry by themselves would pay for a second generation.
  if (told.generation_id !== null) reply.header("x-should-retry", "false");
  return reply
    .code(status)
    .type("application/problem+json")
    .serializer(JSON.stringify)
    .send({
      title: told.class.replaceAll("_", " "),
      status,
      detail: message,
      ...told,
      request_id: request.id,
      error: { message, type: typeOf(problem), ...told, request_id: request.id },
    });
}

function typeOf({ status, code }: Problem) {
  if (code === "content_policy_violation") return "image_generation_user_error";
  return status < 500 ? "invalid_request_error" : "server_error";
}
