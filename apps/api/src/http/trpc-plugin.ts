import { type AnyRouter, getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { RequestFacts } from "../trpc/context.ts";
import { type OpenProcedure, openProcedures } from "../trpc/open-procedures.ts";
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
  const procedures = openProcedures(router);
  // JSON is the only type a page of another site cannot send without asking first.
  app.removeContentTypeParser("text/plain");
  app.get<{ Params: { "*": string } }>("/trpc/*", async (request, reply) => {
    const paths = pathsOf(request);
    const inputs = inputsOfQuery(request);
    const context = await createContext(request, reply);
    if (paths.length === 1 && procedures.get(paths[0] ?? "")?.type === "subscription") {
      return streamSubscription(request, reply, { router, context });
    }
    return answer(request, reply, { router, procedures, context, paths, inputs, type: "query" });
  });
  app.post<{ Params: { "*": string } }>("/trpc/*", async (request, reply) => {
    const paths = pathsOf(request);
    const context = await createContext(request, reply);
    return answer(request, reply, { router, procedures, context, paths, inputs: request.body, type: "mutation" });
  });
}

type Batch<Context> = {
  router: AnyRouter;
  procedures: ReadonlyMap<string, OpenProcedure>;
  context: Context;
  paths: readonly string[];
  inputs: unknown;
  type: "query" | "mutation";
};

type Answer = { status: number; body: unknown };

/** The body to send, after its status. One call is answered as it is, a batch as a list. */
async function answer<Context extends RequestFacts>(
  request: FastifyRequest,
  reply: FastifyReply,
  batch: Batch<Context>,
): Promise<unknown> {
  if (!isBatchCall(request)) {
    const { status, body } = await call(request, batch, { path: batch.paths[0] ?? "", input: batch.inputs, index: 0 });
    reply.code(status);
    return body;
  }
  const inputs = batch.inputs as Record<string, unknown> | undefined;
  const answers = await Promise.all(
    batch.paths.map((path, index) => call(request, batch, { path, input: inputs?.[index], index })),
  );
  const statuses = new Set(answers.map(({ status }) => status));
  reply.code(statuses.size === 1 ? (answers[0]?.status ?? 200) : 207);
  return answers.map(({ body }) => body);
}

async function call<Context extends RequestFacts>(
  request: FastifyRequest,
  { router, procedures, context, type }: Batch<Context>,
  { path, input, index }: { path: string; input: unknown; index: number },
): Promise<Answer> {
  try {
    const procedure = procedures.get(path);
    if (procedure === undefined) throw new TRPCError({ code: "NOT_FOUND" });
    if (procedure.type !== type) throw new TRPCError({ code: "METHOD_NOT_SUPPORTED" });
    const data = await procedure.run({
      path,
      batchIndex: index,
      ctx: context,
      async getRawInput() {
        return input;
      },
    });
    return { status: 200, body: { result: { data } } };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    const config = router._def._config;
    const shape: ErrorShape = getTRPCErrorShape({ config, error, type, path, input: undefined, ctx: context });
    const status = shape.data.httpStatus;
    if (status === 500)
      request.log.error({ requestId: request.id, path, err: error.cause ?? error }, "procedure failed");
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
