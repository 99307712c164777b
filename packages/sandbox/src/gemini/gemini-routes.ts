import type { FastifyInstance } from "fastify";
import type { World } from "../world.ts";
import { refuse } from "./answers.ts";
import { generateContent } from "./generate-content.ts";

/** Google's Gemini API under `/gemini`, as far as it makes images. */
export function serveGemini(server: FastifyInstance, world: World): void {
  // A colon begins a parameter, so the verb behind it is matched with the model's name.
  server.post<{ Params: { "*": string } }>("/gemini/v1beta/models/*", async (request, reply) => {
    if (typeof request.headers["x-goog-api-key"] !== "string") return refuse(reply, 403, "PERMISSION_DENIED");
    if (!/^[\w.-]+:generateContent$/.test(request.params["*"])) return refuse(reply, 404, "NOT_FOUND");
    return generateContent(world, request, reply);
  });
}
