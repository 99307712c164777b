import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Deps } from "../deps.ts";
import { readerLeaves } from "../live/reader-leaves.ts";
import { callerOf } from "./admit-programs.ts";
import { answerImages, imagesAnswer } from "./answer-images.ts";
import { callHeaders } from "./call-headers.ts";
import { generateImages } from "./generate-images.ts";
import { imagesRequest } from "./images-request.ts";

/** Images in the shapes of OpenAI's API, for clients people already have. */
export const imageRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.post(
    "/images/generations",
    {
      schema: {
        operationId: "createImage",
        tags: ["OpenAI-compatible"],
        summary: "Make an image and wait for it",
        description: "Waits up to 90 seconds. The generation goes on without a caller who leaves.",
        headers: callHeaders,
        body: imagesRequest,
        response: { 200: imagesAnswer },
      },
    },
    async (request, reply) => {
      const idempotencyKey = request.headers["idempotency-key"] ?? null;
      const view = await generateImages(deps, callerOf(request), request.body, {
        idempotencyKey,
        signal: readerLeaves(reply.raw),
        onBegun: (begun) => {
          request.begun = begun;
        },
      });
      return answerImages(deps, view, request.body);
    },
  );
};
