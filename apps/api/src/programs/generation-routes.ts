import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import { cancelGeneration } from "../generations/cancel-generation.ts";
import { listGenerations } from "../generations/list-generations.ts";
import { quoteGeneration } from "../generations/quote-generation.ts";
import { viewGeneration } from "../generations/view-generation.ts";
import { readerLeaves } from "../live/reader-leaves.ts";
import { callerOf } from "./admit-programs.ts";
import { beginGeneration } from "./begin-generation.ts";
import { callHeaders } from "./call-headers.ts";
import { answerGeneration, generationAnswer } from "./generation-answer.ts";
import { generationBody, idOf, specOf } from "./generation-request.ts";
import { answerSummary, summaryAnswer } from "./generation-summary.ts";
import { pageAnswer } from "./page-answer.ts";
import { answerQuote, quoteAnswer } from "./quote-answer.ts";
import { streamGeneration } from "./stream-generation.ts";

const tags = ["Generations"];
const params = z.object({ id: idOf("generation", "This is not the id of a generation.") });

/** Generations of any kind, not waited for: created, looked at, watched, cancelled. */
export const generationRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.post(
    "/generations",
    {
      schema: {
        operationId: "createGeneration",
        tags,
        summary: "Request a generation, or its price",
        description: "Answers at once. With 'dry_run' nothing is made, and the answer is a quote.",
        headers: callHeaders,
        body: generationBody,
        response: { 200: quoteAnswer, 202: generationAnswer },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { dry_run, quote: quoteId = null } = request.body;
      const spec = specOf(request.body);
      if (dry_run) return reply.code(200).send(answerQuote(await quoteGeneration(deps, caller.actor, spec)));
      const idempotencyKey = request.headers["idempotency-key"] ?? null;
      const begun = await beginGeneration(deps, caller, { spec, idempotencyKey, quoteId, backUpAfterMs: 0 });
      request.begun = begun;
      const view = await viewGeneration(deps, caller.actor, begun.generationId);
      reply.header("location", `/v1/generations/${begun.generationId}`);
      return reply.code(202).send(answerGeneration(view));
    },
  );

  app.get(
    "/generations",
    {
      schema: {
        operationId: "listGenerations",
        tags,
        summary: "The account's generations, newest first",
        querystring: z.strictObject({ after: idOf("generation", "Send in 'after' the 'next' of a page.").optional() }),
        response: { 200: pageAnswer(summaryAnswer) },
      },
    },
    async (request) => {
      const { rows, next } = await listGenerations(deps, callerOf(request).actor, request.query.after);
      return { object: "list" as const, data: rows.map(answerSummary), next };
    },
  );

  app.get(
    "/generations/:id",
    {
      schema: {
        operationId: "getGeneration",
        tags,
        summary: "One generation",
        params,
        response: { 200: generationAnswer },
      },
    },
    async (request) => answerGeneration(await viewGeneration(deps, callerOf(request).actor, request.params.id)),
  );

  app.post(
    "/generations/:id/cancel",
    {
      schema: {
        operationId: "cancelGeneration",
        tags,
        summary: "Cancel a generation that waits",
        description: "Its credits come back. Cancelled twice is cancelled once; what has started is refused.",
        params,
        response: { 200: generationAnswer },
      },
    },
    async (request) => {
      const { actor } = callerOf(request);
      await cancelGeneration(deps, actor, request.params.id);
      return answerGeneration(await viewGeneration(deps, actor, request.params.id));
    },
  );

  app.get(
    "/generations/:id/events",
    {
      schema: {
        operationId: "watchGeneration",
        tags,
        summary: "A generation as it goes, as server-sent events",
        description: "Each event is the whole generation; the stream ends with the generation.",
        params,
        response: {
          200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const { actor } = callerOf(request);
      // Before the stream begins, so that what is not there is a 404.
      await viewGeneration(deps, actor, request.params.id);
      return sendEvents(reply, (left) => streamGeneration(deps, actor, request.params.id, left));
    },
  );
};

function sendEvents(reply: FastifyReply, open: (left: AbortSignal) => AsyncIterable<string>) {
  return reply
    .type("text/event-stream; charset=utf-8")
    .header("cache-control", "no-store")
    .send(Readable.from(open(readerLeaves(reply.raw))));
}
