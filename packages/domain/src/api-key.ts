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
  /** Dead from then on; null: not by itself. */
  expiresAt: z.nullable(z.string()),
  /** What it may call; empty: everything on sale. */
  models: z.array(z.string()),
  /** The most it may take in a calendar month (UTC); null: what the balance has. */
  monthlyCredits: z.nullable(z.int()),
  /** Taken and set aside this month, less what came back. */
  usedThisMonth: z.int(),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;

export const apiKeyRequest = z.strictObject({
  requestId: idSchema("request"),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60), storableText),
  /** The limits: none where they are left out. */
  expiresInDays: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(3650)))),
  models: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(50))),
  monthlyCredits: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(2_000_000_000)))),
});
export type ApiKeyRequest = z.infer<typeof apiKeyRequest>;

/** One call of a program that wanted something made or changed, kept for troubleshooting and reconciliation. */
export const callView = z.object({
  id: idSchema("call"),
  /** `/v1/images/generations` */
  route: z.string(),
  apiKeyId: idSchema("apiKey"),
  keyHint: z.string(),
  /** Null for a call that was refused before it made anything. */
  modelId: z.nullable(z.string()),
  generationId: z.nullable(idSchema("generation")),
  /** How its generation stands now. */
  state: z.nullable(z.enum(generationStates)),
  /** Taken for good, by the ledger. */
  credits: z.int(),
  /** What the call was answered with: an HTTP status, and the code of the problem if it was one. */
  status: z.int(),
  code: z.nullable(z.string()),
  durationMs: z.int(),
  at: z.string(),
});
export type CallView = z.infer<typeof callView>;
