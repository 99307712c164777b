import { type ModelView, modalities, Refusal } from "@covenant/domain";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import { listModels } from "../models/list-models.ts";
import { callerOf } from "./admit-programs.ts";

/** A model as OpenAI's API lists one, with what it takes and costs here. */
const modelAnswer = z
  .object({
    id: z.string(),
    object: z.literal("model"),
    owned_by: z.string(),
    name: z.string(),
    description: z.string(),
    modality: z.enum(modalities),
    credits: z.int().describe("What one result costs this account now."),
    price_change: z
      .object({ credits: z.int(), from: z.string() })
      .nullable()
      .describe("The next price, and from when it holds for this account."),
    sunset: z
      .object({ on: z.string(), successor: z.string().nullable() })
      .nullable()
      .describe("The first day (UTC) on which it is no longer sold, and what follows it."),
    usage_policy: z.string().nullable().describe("Where its maker says what it may be used for."),
    sizes: z.array(z.string()),
    results_at_most: z.int().describe("How many one request may ask for."),
    expected_seconds: z.int(),
    available: z.boolean().describe("False while it is stopped, or has nobody to run it."),
  })
  .meta({ id: "Model" });

const tags = ["Models"];

/** What may be called with a key: the models of its storefront, with their price of now. */
export const modelRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    "/models",
    {
      schema: {
        operationId: "listModels",
        tags,
        summary: "The models, with price and time",
        response: { 200: z.object({ object: z.literal("list"), data: z.array(modelAnswer) }) },
      },
    },
    async (request) => {
      const models = await listModels(deps, callerOf(request).actor);
      return { object: "list" as const, data: models.map(answerModel) };
    },
  );

  app.get(
    "/models/:id",
    {
      schema: {
        operationId: "getModel",
        tags,
        summary: "One model",
        params: z.object({ id: z.string().max(80) }),
        response: { 200: modelAnswer },
      },
    },
    async (request) => {
      const models = await listModels(deps, callerOf(request).actor);
      const model = models.find(({ id }) => id === request.params.id);
      if (model === undefined) throw new Refusal("thing/not-found", { thing: "model" });
      return answerModel(model);
    },
  );
};

function answerModel(model: ModelView): z.infer<typeof modelAnswer> {
  const { expectedSeconds, maker, coming, countMost, usagePolicyUrl, ...same } = model;
  return {
    ...same,
    object: "model",
    owned_by: maker,
    price_change: coming,
    usage_policy: usagePolicyUrl,
    results_at_most: countMost,
    expected_seconds: expectedSeconds,
  };
}
