import type { FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Deps } from "../deps.ts";
import { accountRoutes } from "./account-routes.ts";
import { admitPrograms } from "./admit-programs.ts";
import { answerError, answerProblem } from "./answer-problem.ts";
import { describeRoutes } from "./describe-routes.ts";
import { generationRoutes } from "./generation-routes.ts";
import { imageRoutes } from "./image-routes.ts";
import { modelRoutes } from "./model-routes.ts";
import { unknownAddress } from "./problem.ts";
import { recordCalls } from "./record-call.ts";

/** The developers' side: API keys only, no cookies, one shape of errors, and a description made of the schemas. */
export async function programPlugin(plain: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => answerProblem(unknownAddress, request, reply));
  await describeRoutes(app);
  recordCalls(app, deps);
  await app.register(async (behindKey) => {
    admitPrograms(behindKey, deps);
    await behindKey.register(imageRoutes, { deps });
    await behindKey.register(generationRoutes, { deps });
    await behindKey.register(modelRoutes, { deps });
    await behindKey.register(accountRoutes, { deps });
  });
}
