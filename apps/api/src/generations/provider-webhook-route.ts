import { isId } from "@covenant/domain";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import { adoptAttempt } from "./adopt-attempt.ts";

type Params = { provider: string; attemptId: string };

/**
 * A provider says that an attempt changed. Only a verified word is heard, and it is only a reason to read: the result
 * comes from the upstream itself. Unknown attempts are answered as known ones, so nothing can be learned here.
 */
export function registerProviderWebhook(app: FastifyInstance, deps: Deps): void {
  app.post<{ Params: Params }>("/providers/:provider/:attemptId", async (request, reply) => {
    const { provider: providerId, attemptId } = request.params;
    const readWebhook = deps.providers.get(providerId)?.jobs?.readWebhook ?? null;
    if (readWebhook === null || !isId("attempt", attemptId)) return reply.code(404).send({ message: "Not found." });
    const hint = await readWebhook(request.headers, request.body as Buffer).catch((fault: unknown) => {
      deps.log.warn({ provider: providerId, fault: String(fault) }, "webhook could not be verified yet");
      return "later" as const;
    });
    if (hint === "later") return reply.code(503).send({ message: "Send it again." });
    if (hint === null) return reply.code(401).send({ message: "The signature does not hold." });
    await adoptAttempt(deps, { attemptId, provider: providerId, hint });
    return reply.code(202).send({});
  });
}
