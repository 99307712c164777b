import { artifactFormats, contentTypes, type GenerationView, generationStates } from "@covenant/domain";
import * as z from "zod";
import { creditsOf } from "./credits-of.ts";
import { problemOfGeneration } from "./problem-of-generation.ts";
import { problemSchema } from "./problem-schema.ts";

const fileAnswer = z
  .object({
    id: z.string(),
    format: z.enum(artifactFormats),
    content_type: z.string(),
    bytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    url: z
      .string()
      .nullable()
      .describe("Short-lived; ask for the generation again for a fresh one. Null once it is gone."),
    keep_until: z.string().nullable().describe("When it is deleted; null: when you delete it."),
    receipt: z.string().nullable().describe("The receipt of its deletion."),
  })
  .meta({ id: "File" });

/** A generation as a program reads it, at any time of its life. */
export const generationAnswer = z
  .object({
    id: z.string(),
    object: z.literal("generation"),
    state: z.enum(generationStates),
    detail: z.string().describe("How it stands, or what happened and whose fault it was."),
    model: z.string(),
    prompt: z.string().nullable().describe("Null where prompts are not kept, or once it is gone."),
    created_at: z.string(),
    ended_at: z.string().nullable(),
    expected_seconds: z.int(),
    can_cancel: z.boolean(),
    price: z.int().describe("In credits: what it could not exceed."),
    credits: z.object({ charged: z.int(), refunded: z.int(), lines: z.array(z.string()) }).describe("By the ledger."),
    files: z.array(fileAnswer),
    problem: problemSchema
      .nullable()
      .describe("Why it has no files; null while it goes on, and when it was delivered."),
  })
  .meta({ id: "Generation" });
export type GenerationAnswer = z.infer<typeof generationAnswer>;

export function answerGeneration(view: GenerationView): GenerationAnswer {
  return {
    id: view.id,
    object: "generation",
    state: view.state,
    detail: view.sentence,
    model: view.modelId,
    prompt: view.prompt,
    created_at: view.createdAt,
    ended_at: view.endedAt,
    expected_seconds: view.expectedSeconds,
    can_cancel: view.canCancel,
    price: view.credits,
    credits: { ...creditsOf(view), lines: view.creditLines.map(({ sentence }) => sentence) },
    files: view.artifacts.map((file) => ({
      id: file.id,
      format: file.format,
      content_type: contentTypes[file.format],
      bytes: file.bytes,
      width: file.width,
      height: file.height,
      url: file.url,
      keep_until: file.keepUntil,
      receipt: file.receipt?.receiptId ?? null,
    })),
    problem: problemIn(view),
  };
}

function problemIn(view: GenerationView): GenerationAnswer["problem"] {
  if (view.endedAt === null || view.state === "delivered") return null;
  const { status: _, ...problem } = problemOfGeneration(view);
  return problem;
}
