import type { FastifyError, FastifyInstance } from "fastify";

/** Answers what no route answered: never a stack, a path of ours or a library's words on a server error. */
export function answerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ message: "Not found." }));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ requestId: request.id, err: error }, "request failed");
    const message = status < 500 ? error.message : "Something failed on our side. Nothing was changed or charged.";
    return reply.code(status).send({ message, requestId: request.id });
  });
}
