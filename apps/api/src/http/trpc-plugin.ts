import { type AnyRouter, callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { RequestFacts } from "../trpc/context.ts";
import type { ErrorShape } from "../trpc/shape-error.ts";
import { streamSubscription } from "./stream-subscription.ts";

export type TrpcOptions<Context extends RequestFacts> = {
  router: AnyRouter;
  createContext(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
};

/** One request carries at most this many calls; each is counted on its own by the limits. */
const batchLimit = 10;

/**
 * Serves a router the way the stock client speaks to it, through Fastify's own JSON parser: queries by GET, mutations
 * by POST with `application/json` only, at most {@link batchLimit} calls a request. The stock adapter runs mutations
 * sent as multipart forms past the body limit, and costs several times the processor time.
 */
export function registerTrpc<Context extends RequestFacts>(
  app: FastifyInstance,
  { router, createContext }: TrpcOptions<Context>,
): void {
  // JSON is the only type a page of another site cannot send without asking first.
  app.removeContentTypeParser("text/plain");
  app.get<{ Params: { "*": string } }>("/trpc/*", async (request, reply) => {
    const paths = pathsOf(request);
    const inputs = inputsOfQuery(request);
    const context = await createContext(request, reply);
    if (paths.length === 1 && typeOf(router, paths[0]) === "subscription") {
      return streamSubscription(request, reply, { router, context });
    }
    return answer(request, reply, { router, context, paths, inputs, type: "query" });
  });
  app.post<{ Params: { "*": string } }>("/trpc/*", async (request, reply) => {
    const paths = pathsOf(request);
    const context = await createContext(request, reply);
    return answer(request, reply, { router, context, paths, inputs: request.body, type: "mutation" });
  });
}

type Batch<Context> = {
  router: AnyRouter;
  context: Context;
  paths: readonly string[];
  inputs: unknown;
  type: "query" | "mutation";
};

async function answer<Context extends RequestFacts>(
  request: FastifyRequest,
  reply: FastifyReply,
  batch: Batch<Context>,
) {
  const isBatch = isBatchCall(request);
  const inputs = isBatch ? (batch.inputs as Record<string, unknown> | undefined) : { 0: batch.inputs };
  const answers = await Promise.all(
    batch.paths.map((path, index) => call(request, batch, path, inputs?.[index], index)),
  );
  const statuses = new Set(answers.map((each) => each.status));
  reply.code(statuses.size === 1 ? (answers[0]?.status ?? 200) : 207);
  const bodies = answers.map((each) => each.body);
  return reply.send(isBatch ? bodies : bodies[0]);
}

async function call<Context extends RequestFacts>(
  request: FastifyRequest,
  { router, context, type }: Batch<Context>,
  path: string,
  input: unknown,
  batchIndex: number,
) {
  try {
    const named = typeOf(router, path);
    if (named !== undefined && named !== type) throw new TRPCError({ code: "METHOD_NOT_SUPPORTED" });
    const getRawInput = async () => input;
    const data = await callTRPCProcedure({
      router,
      path,
      ctx: context,
      type,
      signal: undefined,
      getRawInput,
      batchIndex,
    });
    return { status: 200, body: { result: { data } } };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    const shape: ErrorShape = getTRPCErrorShape({
      config: router._def._config,
      error,
      type,
      path,
      input: undefined,
      ctx: context,
    });
    const status = shape.data.httpStatus;
    if (status === 500) request.log.error({ path, err: error.cause ?? error }, "procedure failed");
    return { status, body: { error: shape } };
  }
}

function isBatchCall(request: FastifyRequest): boolean {
  return (request.query as Record<string, unknown>).batch === "1";
}

function pathsOf(request: FastifyRequest): string[] {
  const joined = (request.params as { "*": string })["*"];
  if (!isBatchCall(request)) return [joined];
  const paths = joined.split(",", batchLimit + 1);
  if (paths.length > batchLimit) throw notARequest(`A request carries at most ${batchLimit} calls.`);
  return paths;
}

function inputsOfQuery(request: FastifyRequest): unknown {
  const { input } = request.query as { input?: unknown };
  if (typeof input !== "string") return undefined;
  try {
    return JSON.parse(input);
  } catch {
    throw notARequest("The input is not JSON.");
  }
}

function notARequest(message: string): Error {
  return Object.assign(new Error(message), { statusCode: 400 });
}

function typeOf(router: AnyRouter, path: string | undefined): string | undefined {
  const procedures: Record<string, { _def: { type: string } } | undefined> = router._def.procedures;
  return path === undefined ? undefined : procedures[path]?._def.type;
}
