import { Refusal } from "@covenant/domain";
import type { FastifyError, FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import { countMemberTry } from "../limits/count-member-try.ts";
import { rates } from "../trpc/rates.ts";
import { generateImages } from "./generate-images.ts";
import { imagesRequest } from "./images-request.ts";
import { problemOf, unknownAddress } from "./program-problems.ts";
import { readApiKey } from "./read-api-key.ts";

/** The developers' side: API keys only, no cookies, answers and errors in the shapes of OpenAI's images API. */
export async function programPlugin(app: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ requestId: request.id, err: error }, "program call failed");
    if (error instanceof Refusal && typeof error.facts.retryAfterSeconds === "number") {
      reply.header("retry-after", error.facts.retryAfterSeconds);
    }
    return reply.code(problem.status).send({ error: { ...problem.error, request_id: request.id } });
  });

  app.setNotFoundHandler((request, reply) => {
    const { status, error } = unknownAddress;
    return reply.code(status).send({ error: { ...error, request_id: request.id } });
  });

  app.post("/images/generations", async (request, reply) => {
    const caller = await readApiKey(deps.db, request.headers.authorization);
    await countMemberTry(deps.db, caller.actor.memberId, { key: `program:${caller.apiKeyId}`, rate: rates.spend });
    const wanted = imagesRequest.parse(request.body);
    const left = new AbortController();
    reply.raw.once("close", () => left.abort());
    const key = request.headers["idempotency-key"];
    return generateImages(deps, caller, wanted, {
      idempotencyKey: typeof key === "string" ? key : null,
      signal: left.signal,
    });
  });

  app.get("/models", async (request) => {
    const { actor } = await readApiKey(deps.db, request.headers.authorization);
    const models = await deps.db.rows.model.findMany({
      where: { storefront: actor.storefront, enabled: true },
      orderBy: { position: "asc" },
    });
    return {
      object: "list",
      data: models.map(({ id, maker, modality, credits }) => ({
        id,
        object: "model",
        owned_by: maker,
        modality,
        credits,
      })),
    };
  });
}
