import { newId } from "@covenant/domain";
import { ruleOnRetention } from "@covenant/policy";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import type { ProgramCaller } from "../keys/read-api-key.ts";
import type { Begun } from "./begin-generation.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The generation that this call made or found. */
    begun: Begun | null;
  }
}

/**
 * Keeps a row of every call by which a known program wanted something made or changed, whatever came of it. Looking
 * costs nothing and leaves none. What the call sent is not in it.
 */
export function recordCalls(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest("caller", null);
  app.decorateRequest("problem", null);
  app.decorateRequest("begun", null);
  app.addHook("onResponse", async (request, reply) => {
    const { caller } = request;
    if (caller === null || request.method !== "POST") return;
    await recordCall(deps, caller, request, reply).catch((error: unknown) => {
      request.log.error({ requestId: request.id, err: error }, "a call was answered and not recorded");
    });
  });
}

async function recordCall(
  { db, clock }: Deps,
  { actor, apiKeyId }: ProgramCaller,
  { begun, problem, id, routeOptions }: FastifyRequest,
  { statusCode, elapsedTime }: FastifyReply,
): Promise<void> {
  const { storefront, memberId } = actor;
  const at = clock.now();
  const { outcome } = ruleOnRetention({
    storefront,
    at,
    subject: "call-record",
    createdAt: at,
    firstDownloadConfirmedAt: null,
    preservedAt: null,
  });
  await db.rows.programCall.create({
    data: {
      id: newId("call"),
      storefront,
      memberId,
      apiKeyId,
      requestId: id,
      route: routeOptions.url ?? "none",
      status: statusCode,
      code: problem?.code ?? null,
      modelId: begun?.modelId ?? null,
      generationId: begun?.generationId ?? null,
      isReplay: begun?.isReplay ?? false,
      durationMs: Math.round(elapsedTime),
      at,
      keepUntil: outcome.keepUntil,
    },
  });
}
