import {
  generationRequest,
  generationSummary,
  generationView,
  idSchema,
  pageOf,
  pageQuestion,
  quoteRequest,
  quoteView,
} from "@covenant/domain";
import * as z from "zod";
import { whileSignedIn } from "../sessions/while-signed-in.ts";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { cancelGeneration } from "./cancel-generation.ts";
import { listGenerations } from "./list-generations.ts";
import { quoteGeneration } from "./quote-generation.ts";
import { requestGeneration } from "./request-generation.ts";
import { viewGeneration } from "./view-generation.ts";
import { watchGeneration } from "./watch-generation.ts";

const oneGeneration = z.strictObject({ generationId: idSchema("generation") });

export const generationsRouter = memberRouter({
  quote: memberProcedure("write")
    .input(quoteRequest)
    .output(quoteView)
    .mutation(({ ctx, input }) => quoteGeneration(ctx.deps, ctx.actor, input)),

  request: memberProcedure("spend")
    .input(generationRequest)
    .output(oneGeneration)
    .mutation(async ({ ctx, input }) => {
      const { generationId } = await requestGeneration(ctx.deps, ctx.actor, input);
      return { generationId };
    }),

  cancel: memberProcedure("write")
    .input(oneGeneration)
    .output(z.null())
    .mutation(({ ctx, input }) => cancelGeneration(ctx.deps, ctx.actor, input.generationId).then(() => null)),

  get: memberProcedure()
    .input(oneGeneration)
    .output(generationView)
    .query(({ ctx, input }) => viewGeneration(ctx.deps, ctx.actor, input.generationId)),

  list: memberProcedure()
    .input(z.strictObject(pageQuestion(idSchema("generation"))))
    .output(pageOf(generationSummary))
    .query(({ ctx, input }) => listGenerations(ctx.deps, ctx.actor, input.cursor)),

  watch: memberProcedure()
    .input(oneGeneration)
    .subscription(({ ctx, input, signal }) =>
      whileSignedIn(ctx, signal, (open) => watchGeneration(ctx.deps, ctx.actor, input.generationId, open)),
    ),
});
