import { apiKeyRequest, apiKeyView, idSchema } from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { createApiKey } from "./create-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
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
});
