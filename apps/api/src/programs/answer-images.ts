import { type GenerationView, generationStates } from "@covenant/domain";
import * as z from "zod";
import { readArtifact } from "../artifacts/read-artifact.ts";
import type { Deps } from "../deps.ts";
import { creditsOf } from "./credits-of.ts";
import { GenerationEnded } from "./generation-ended.ts";
import type { ImagesRequest } from "./images-request.ts";

/** The body of a made image, as OpenAI's images API has it, with what it cost under our own name. */
export const imagesAnswer = z
  .object({
    created: z.int(),
    data: z.array(z.object({ url: z.string().nullish(), b64_json: z.string().optional() })),
    covenant: z.object({
      generation_id: z.string(),
      state: z.enum(generationStates),
      credits: z.int(),
      credit_lines: z.array(z.string()),
    }),
  })
  .meta({ id: "Images" });

/** @throws GenerationEnded when it has no files, with its clauses and credits. */
export async function answerImages(deps: Deps, view: GenerationView, { response_format }: ImagesRequest) {
  if (view.state !== "delivered") throw new GenerationEnded(view);
  const data = await Promise.all(
    view.artifacts.map(async ({ id, url }) =>
      response_format === "url" ? { url } : { b64_json: (await readArtifact(deps, id)).toString("base64") },
    ),
  );
  return {
    created: Math.floor(Date.parse(view.createdAt) / 1000),
    data,
    covenant: {
      generation_id: view.id,
      state: view.state,
      credits: creditsOf(view).charged,
      credit_lines: view.creditLines.map((line) => line.sentence),
    },
  };
}
