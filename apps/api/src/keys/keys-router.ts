import { apiKeyRequest, apiKeyView, callView, idSchema, pageOf, pageQuestion } from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { createApiKey } from "./create-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { listCalls } from "./list-calls.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

export const keysRouter = memberRouter({
  list: memberProcedure()
    .output(z.array(apiKeyView))
    .query(({ ctx }) => listApiKeys(ctx.deps, ctx.actor)),

  create: memberProcedure("write")
    .input(apiKeyRequest)
    .output(z.object({ key: apiKeyView, secret: z.string() }))
    .mutation(({ ctx, input }) => createApiKey(ctx.deps, ctx.actor, input)),

  revoke: memberProcedure("write")
    .input(z.strictObject({ apiKeyId: idSchema("apiKey") }))
    .output(apiKeyView)
    .mutation(({ ctx, input }) => revokeApiKey(ctx.deps, ctx.actor, input.apiKeyId)),

  calls: memberProcedure()
    .input(z.strictObject(pageQuestion(idSchema("generation"))))
    .output(pageOf(callView))
    .query(({ ctx, input }) => listCalls(ctx.deps, ctx.actor, input.cursor)),
});
