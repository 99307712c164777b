import * as z from "zod/mini";
import { generationStates } from "./generation.ts";
import { idSchema } from "./ids.ts";
import { storableText } from "./storable-text.ts";

export const apiKeyView = z.object({
  id: idSchema("apiKey"),
  name: z.string(),
  /** The first characters, enough to recognise it by. */
  hint: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;

export const apiKeyRequest = z.strictObject({
  requestId: idSchema("request"),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60), storableText),
});

/** One call of a program: model, time and credits, kept for troubleshooting and reconciliation. */
export const callView = z.object({
  generationId: idSchema("generation"),
  apiKeyId: idSchema("apiKey"),
  keyHint: z.string(),
  modelId: z.string(),
  state: z.enum(generationStates),
  credits: z.int(),
  status: z.int(),
  durationMs: z.nullable(z.int()),
  at: z.string(),
});
export type CallView = z.infer<typeof callView>;
